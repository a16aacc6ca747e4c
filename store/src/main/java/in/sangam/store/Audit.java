package in.sangam.store;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who did what to what, and why. Entries are only ever appended. */
public final class Audit {

    private final JdbcClient database;

    public Audit(DataSource database) {
        this.database = JdbcClient.create(database);
    }

    /**
     * Appends an entry.
     *
     * @param who login name, or {@code hub} for what the hub does by itself
     * @param action countable code such as {@code route.stop}
     * @param reason empty when the action asks for none
     */
    public void note(String who, String action, String target, String reason) {
        database.sql("insert into hub.audit (who, action, target, reason) values (?, ?, ?, ?)")
                .params(who, action, target, reason)
                .update();
    }
}
