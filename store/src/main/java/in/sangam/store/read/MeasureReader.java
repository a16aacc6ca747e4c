package in.sangam.store.read;

import in.sangam.core.kpi.Period;
import in.sangam.core.place.Places;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads every measure for a few months at once, in one snapshot: the measure table and what is not folded into it yet. */
public final class MeasureReader {

    private static final String STATE =
            """
            select coalesce((select max(change_no) from hub.page), 0) as change_no,
                   coalesce((select max(id) from hub.measure_delta), 0) as newest_delta
            """;

    /** One sum per measure, subject and month; month 0 is all time before the first month asked for. */
    private static final String SUMS =
            """
            select measure, subject, width_bucket(day, :firsts::date[]) as month, sum(amount) as amount
            from hub.measure_now
            where day <= :end
            group by 1, 2, 3
            """;

    private final Snapshot snapshot;
    private final JdbcClient client;
    private final Places places;

    public MeasureReader(DataSource database, Places places) {
        this.snapshot = new Snapshot(database);
        this.client = JdbcClient.create(database);
        this.places = places;
    }

    /** Returns how far the store has come; cheap, so that callers can keep what they read until it changes. */
    public StoreState state() {
        return state(client);
    }

    /**
     * Reads the measures of consecutive months.
     *
     * @param periods oldest first, at least one, without gaps
     * @param asOf last day that counts
     */
    public MeasureSnapshot read(List<Period> periods, LocalDate asOf) {
        LocalDate end = periods.get(periods.size() - 1).end(asOf);
        String firsts = "{"
                + String.join(
                        ",", periods.stream().map(p -> p.first().toString()).toList()) + "}";
        return snapshot.read(queries -> {
            MeasureSnapshot sums = new MeasureSnapshot(state(queries), periods, places);
            queries.sql(SUMS).param("firsts", firsts).param("end", end).query(row -> {
                sums.add(
                        row.getString("measure"),
                        row.getString("subject"),
                        row.getInt("month"),
                        row.getBigDecimal("amount"));
            });
            return sums;
        });
    }

    private static StoreState state(JdbcClient queries) {
        return queries.sql(STATE).query(StoreState.class).single();
    }
}
