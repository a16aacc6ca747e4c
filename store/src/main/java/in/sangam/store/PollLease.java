package in.sangam.store;

import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A named lease with one holder at a time, by the clock of the database, so that a stream is polled by one node only. */
public final class PollLease {

    private final JdbcClient database;

    public PollLease(DataSource database) {
        this.database = JdbcClient.create(database);
    }

    /** What came of an attempt to take a lease. */
    public enum Taken {
        /** Another holder's has not run out. */
        NO,
        /** Nobody had it since this holder's last one. */
        GOES_ON,
        /** Nobody had it before, or another holder had. */
        ANEW
    }

    /** Takes a lease, or extends it when the holder has it already. */
    public Taken take(String name, String holder, Duration length) {
        return database.sql(
                        """
                        insert into hub.lease as mine (name, holder, until)
                        values (?, ?, clock_timestamp() + ? * interval '1 ms')
                        on conflict (name) do update set holder = excluded.holder, until = excluded.until
                        where mine.holder = excluded.holder or mine.until < clock_timestamp()
                        returning old.holder is not distinct from new.holder
                        """)
                .params(name, holder, length.toMillis())
                .query(Boolean.class)
                .optional()
                .map(same -> same ? Taken.GOES_ON : Taken.ANEW)
                .orElse(Taken.NO);
    }

    /** Gives a lease back; does nothing when the holder no longer has it. */
    public void giveBack(String name, String holder) {
        database.sql("delete from hub.lease where name = ? and holder = ?")
                .params(name, holder)
                .update();
    }
}
