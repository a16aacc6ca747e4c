package in.sangam.store;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which dropped files have been taken, and how far: a file is known by its content, never by its name. */
public final class DroppedFiles {

    /** How far a file has got; {@code rows} of it are safely on the broker. */
    public record Progress(String state, long rows) {

        /** Tells whether there is something left to read. */
        public boolean reading() {
            return state.equals("reading");
        }
    }

    /** A file that could not be read and waits for a person, or for a better one of its name. */
    public record Refused(String contentHash, String name) {}

    private final JdbcClient database;

    public DroppedFiles(DataSource database) {
        this.database = JdbcClient.create(database);
    }

    /** Returns how far a file has got, noting it when it is new. */
    public Progress seen(String portal, String stream, String contentHash, String name) {
        database.sql(
                        """
                        insert into hub.dropped_file (portal, stream, content_hash, name) values (?, ?, ?, ?)
                        on conflict do nothing
                        """)
                .params(portal, stream, contentHash, name)
                .update();
        return database.sql("select state, rows_taken from hub.dropped_file where portal = ? and stream = ? and"
                        + " content_hash = ?")
                .params(portal, stream, contentHash)
                .query((row, n) -> new Progress(row.getString(1), row.getLong(2)))
                .single();
    }

    /** Notes that rows of a file are safely on the broker; false, and nothing, when another poll has read on meanwhile. */
    public boolean advance(String portal, String stream, String contentHash, long from, long to) {
        return database.sql(
                                """
                                update hub.dropped_file set rows_taken = ?, changed_at = now()
                                where portal = ? and stream = ? and content_hash = ? and rows_taken = ?
                                """)
                        .params(to, portal, stream, contentHash, from)
                        .update()
                == 1;
    }

    /** Notes that a file is taken whole; a refused one of the same name is replaced by it. */
    public void taken(String portal, String stream, String contentHash, String name) {
        state(portal, stream, contentHash, "taken");
        database.sql(
                        """
                        update hub.dropped_file set state = 'replaced', changed_at = now()
                        where portal = ? and stream = ? and name = ? and state = 'refused'
                        """)
                .params(portal, stream, name)
                .update();
    }

    /** Notes that a file cannot be read. */
    public void refused(String portal, String stream, String contentHash) {
        state(portal, stream, contentHash, "refused");
    }

    /** Notes that a person goes on without a refused file. */
    public void skipped(String portal, String stream, String contentHash) {
        state(portal, stream, contentHash, "skipped");
    }

    /** Returns the files that could not be read and are neither skipped nor replaced, the oldest first. */
    public List<Refused> refused(String portal, String stream) {
        return database.sql(
                        """
                        select content_hash, name from hub.dropped_file
                        where portal = ? and stream = ? and state = 'refused' order by first_seen
                        """)
                .params(portal, stream)
                .query((row, n) -> new Refused(row.getString(1), row.getString(2)))
                .list();
    }

    private void state(String portal, String stream, String contentHash, String state) {
        database.sql(
                        """
                        update hub.dropped_file set state = ?, changed_at = now()
                        where portal = ? and stream = ? and content_hash = ?
                        """)
                .params(state, portal, stream, contentHash)
                .update();
    }
}
