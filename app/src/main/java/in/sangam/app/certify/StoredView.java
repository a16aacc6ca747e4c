package in.sangam.app.certify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import in.sangam.kit.Stream;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the hub under certification has stored of one stream. */
final class StoredView {

    /** How a stream fares; texts are empty when there is nothing to say. */
    record Health(String state, String code, String message) {}

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JdbcClient database;
    private final Stream stream;

    StoredView(DataSource database, Stream stream) {
        this.database = JdbcClient.create(database);
        this.stream = stream;
    }

    Set<String> keys() {
        return new TreeSet<>(sql("select source_id from hub.record where portal = ? and stream = ?")
                .query(String.class)
                .list());
    }

    /** Returns how often the row of a key was written. */
    int revisions(String key) {
        return database.sql("select coalesce(max(revision), 0) from hub.record where portal = ? and stream = ? and"
                        + " source_id = ?")
                .params(stream.portal(), stream.name(), key)
                .query(Integer.class)
                .single();
    }

    Optional<JsonNode> record(String key) {
        return database.sql(
                        """
                        select json_build_object('place', place, 'fields', fields, 'attributes', attributes)::text
                        from hub.record where portal = ? and stream = ? and source_id = ?
                        """)
                .params(stream.portal(), stream.name(), key)
                .query(String.class)
                .optional()
                .map(StoredView::json);
    }

    boolean quarantined(String reason) {
        return sql("select exists (select from hub.quarantine where portal = ? and stream = ? and reason = '" + reason
                        + "')")
                .query(Boolean.class)
                .single();
    }

    Health health() {
        return sql("select state, coalesce(error_code, '') as code, coalesce(error_message, '') as message"
                        + " from hub.stream_health where portal = ? and stream = ?")
                .query(Health.class)
                .optional()
                .orElse(new Health("", "", ""));
    }

    Optional<String> cursor() {
        return sql("select value from hub.cursor where portal = ? and stream = ?")
                .query(String.class)
                .optional();
    }

    /** Returns the rows received that no account holds; 0 when the balance is right. */
    long imbalance() {
        return sql("select coalesce(sum(received - stored - unchanged - superseded - quarantined), 0)::bigint"
                        + " from hub.account_now where portal = ? and stream = ?")
                .query(Long.class)
                .single();
    }

    long received() {
        return sql("select coalesce(sum(received), 0)::bigint from hub.account_now where portal = ? and stream = ?")
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec sql(String text) {
        return database.sql(text).params(stream.portal(), stream.name());
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("PostgreSQL writes JSON", e);
        }
    }
}
