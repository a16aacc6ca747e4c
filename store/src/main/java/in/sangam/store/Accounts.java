package in.sangam.store;

import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The balance of rows: received = stored + unchanged + superseded + quarantined, per row of a page and not per attempt. */
public final class Accounts {

    /** The rows of one portal and stream that were fetched on a day in Asia/Kolkata; {@code corrected} is part of stored. */
    public record Line(
            String portal,
            String stream,
            LocalDate day,
            long received,
            long stored,
            long corrected,
            long unchanged,
            long superseded,
            long quarantined) {}

    private final JdbcClient database;

    public Accounts(DataSource database) {
        this.database = JdbcClient.create(database);
    }

    /** Returns every line, in the order of portal, stream and day, with pages stored up to this instant. */
    public List<Line> all() {
        return database.sql("select * from hub.account_now order by portal, stream, day")
                .query((row, n) -> new Line(
                        row.getString("portal"),
                        row.getString("stream"),
                        row.getObject("day", LocalDate.class),
                        row.getLong("received"),
                        row.getLong("stored"),
                        row.getLong("corrected"),
                        row.getLong("unchanged"),
                        row.getLong("superseded"),
                        row.getLong("quarantined")))
                .list();
    }
}
