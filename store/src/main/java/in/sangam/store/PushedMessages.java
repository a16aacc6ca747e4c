package in.sangam.store;

import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Messages that portals have pushed, by the id that they give: the same id gets the same receipt. */
public final class PushedMessages {

    /**
     * One of them.
     *
     * @param contentHash SHA-256 (hex) of its bytes
     * @param taken whether its pages are safely on the broker
     */
    public record Message(String contentHash, int rows, String receipt, boolean taken) {}

    private final JdbcClient database;

    public PushedMessages(DataSource database) {
        this.database = JdbcClient.create(database);
    }

    /** Returns a message that came before. */
    public Optional<Message> find(String portal, String stream, String id) {
        return database.sql("select content_hash, row_count, receipt, taken from hub.pushed_message"
                        + " where portal = ? and stream = ? and id = ?")
                .params(portal, stream, id)
                .query((row, n) -> new Message(row.getString(1), row.getInt(2), row.getString(3), row.getBoolean(4)))
                .optional();
    }

    /** Notes a message that is about to be taken, and returns it as it stands: the first to come has the say. */
    public Message claim(String portal, String stream, String id, String contentHash, int rows) {
        database.sql(
                        "insert into hub.pushed_message (portal, stream, id, content_hash, row_count) values (?, ?, ?, ?, ?)"
                                + " on conflict do nothing")
                .params(portal, stream, id, contentHash, rows)
                .update();
        return find(portal, stream, id).orElseThrow();
    }

    /** Notes that its pages are safely on the broker. */
    public void taken(String portal, String stream, String id) {
        database.sql("update hub.pushed_message set taken = true where portal = ? and stream = ? and id = ?")
                .params(portal, stream, id)
                .update();
    }
}
