package in.sangam.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * Adds the deltas of stored pages to the measure table, notes them for its sums by month, adds their counts to the accounts, and
 * numbers the changes, in one transaction. One folder works at a time in the whole cluster; a reader sees the table and the unfolded
 * deltas as one.
 */
public final class DeltaFolder {

    private static final int PAGES_AT_ONCE = 2_000;

    private static final String SQL =
            """
            with taken as materialized (
              delete from hub.measure_delta
              where id in (select id from hub.measure_delta order by id limit ?)
              returning id, page_id, measures, subjects, services, days, amounts
            ), sums as (
              select u.measure, u.subject, u.service, u.day, sum(u.amount) as amount
              from taken t
              cross join lateral unnest(t.measures, t.subjects, t.services, t.days, t.amounts)
                as u (measure, subject, service, day, amount)
              group by u.measure, u.subject, u.service, u.day
              having sum(u.amount) <> 0
              order by u.measure, u.subject, u.service, u.day
            ), folded as (
              merge into hub.measure m using sums s
              on m.measure = s.measure and m.subject = s.subject and m.service = s.service and m.day = s.day
              when matched then update set amount = m.amount + s.amount
              when not matched then insert values (s.measure, s.subject, s.service, s.day, s.amount)
            ), to_be_summed as (
              insert into hub.month_delta (cells, subjects, measures, months, amounts)
              select count(*), array_agg(subject), array_agg(measure),
                     array_agg(date_trunc('month', day::timestamp)::date), array_agg(amount)
              from sums having count(*) > 0
            ), pages as (
              select p.*, t.id as ordinal, cardinality(t.measures) > 0 as moves
              from taken t join hub.page p on p.id = t.page_id
            ), accounted as (
              insert into hub.account as a
                (portal, stream, day, received, stored, corrected, unchanged, superseded, quarantined)
              select portal, stream, (fetched_at at time zone 'Asia/Kolkata')::date, sum(received), sum(stored),
                     sum(corrected), sum(unchanged), sum(superseded), sum(quarantined)
              from pages where received > 0 group by 1, 2, 3
              on conflict (portal, stream, day) do update set
                received = a.received + excluded.received, stored = a.stored + excluded.stored,
                corrected = a.corrected + excluded.corrected, unchanged = a.unchanged + excluded.unchanged,
                superseded = a.superseded + excluded.superseded, quarantined = a.quarantined + excluded.quarantined
            ), numbers as (
              select id, nextval('hub.change_no') as number
              from (select id from pages where stored > 0 or moves order by ordinal) changes
            ), numbered as (
              update hub.page p set change_no = n.number from numbers n where p.id = n.id
            )
            select count(*) from taken
            """;

    private final InTransaction transaction;

    public DeltaFolder(DataSource database) {
        this.transaction = new InTransaction(database, "The deltas could not be folded");
    }

    /**
     * Folds what waits and returns the number of pages folded; 0 when nothing waits or another folder works.
     *
     * @throws StoreUnavailable when the database cannot do it now; nothing was changed
     */
    public int fold() {
        return transaction.run(connection -> ChangeLock.isFree(connection) ? folded(connection) : 0);
    }

    private static int folded(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // The measure table is large and a batch is small: look up by index, group by sort.
            statement.execute("set local enable_hashagg = off");
            statement.execute("set local enable_hashjoin = off");
            statement.execute("set local enable_mergejoin = off");
            statement.execute("set local enable_seqscan = off");
        }
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setInt(1, PAGES_AT_ONCE);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                int pages = row.getInt(1);
                MonthSums.addUp(connection, pages == 0);
                return pages;
            }
        }
    }
}
