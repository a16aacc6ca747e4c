package in.sangam.store;

import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far each stream has been pulled. A cursor moves only after its pages are safely on the broker. */
public final class Cursors {

    private final JdbcClient database;

    public Cursors(DataSource database) {
        this.database = JdbcClient.create(database);
    }

    /** Returns the cursor of a stream, empty when nothing was pulled yet. */
    public Optional<String> read(String portal, String stream) {
        return database.sql("select value from hub.cursor where portal = ? and stream = ?")
                .params(portal, stream)
                .query(String.class)
                .optional();
    }

    /** Returns the cursor before which a person has decided to ask for nothing again, empty when none has. */
    public Optional<String> floor(String portal, String stream) {
        return database.sql("select floor from hub.cursor where portal = ? and stream = ? and floor is not null")
                .params(portal, stream)
                .query(String.class)
                .optional();
    }

    /**
     * Moves a cursor from the value that the fetch began at. Returns false, and moves nothing, when another poll has moved
     * it meanwhile.
     *
     * @param from as {@link #read} gave it; null when it was empty
     */
    public boolean advance(String portal, String stream, @Nullable String from, String to) {
        return from == null
                ? database.sql("insert into hub.cursor (portal, stream, value) values (?, ?, ?) on conflict do nothing")
                                .params(portal, stream, to)
                                .update()
                        == 1
                : database.sql("update hub.cursor set value = ?, advanced_at = now()"
                                        + " where portal = ? and stream = ? and value = ?")
                                .params(to, portal, stream, from)
                                .update()
                        == 1;
    }

    /** Forgets how far a stream was pulled, so that the next poll begins at its start. */
    public void forget(String portal, String stream) {
        database.sql("delete from hub.cursor where portal = ? and stream = ?")
                .params(portal, stream)
                .update();
    }
}
