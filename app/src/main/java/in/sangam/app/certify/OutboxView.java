package in.sangam.app.certify;

import in.sangam.kit.Sink;
import in.sangam.store.Outbox;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the hub under certification has to deliver to one sink, and how far it has come with it. */
final class OutboxView {

    /** How a delivery stands; receipt and code are empty when there is none. */
    record Standing(String deliveryId, String status, int attempts, String receipt, String code) {

        static final Standing NONE = new Standing("", "not there", 0, "", "");

        @Override
        public String toString() {
            return status + (code.isEmpty() ? "" : " with " + code) + " after " + attempts + " attempts";
        }
    }

    private final JdbcClient database;
    private final Outbox outbox;
    private final String sink;

    OutboxView(DataSource database, Sink sink) {
        this.database = JdbcClient.create(database);
        this.outbox = new Outbox(database);
        this.sink = sink.portal() + "." + sink.name();
    }

    void add(String key, String message) {
        outbox.add(sink, key, message);
    }

    Standing of(String key) {
        @Nullable
        Standing found = database.sql(
                        """
                        select delivery_id, status, attempts, coalesce(receipt, '') as receipt,
                          coalesce(portal_code, '') as code
                        from hub.outbox where sink = ? and ordering_key = ?
                        """)
                .params(sink, key)
                .query(Standing.class)
                .optional()
                .orElse(null);
        return found == null ? Standing.NONE : found;
    }
}
