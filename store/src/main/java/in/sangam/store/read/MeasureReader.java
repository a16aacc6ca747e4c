package in.sangam.store.read;

import in.sangam.core.kpi.Period;
import in.sangam.core.place.Places;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads every measure for a few months at once, in one snapshot: the measure table and what is not folded into it yet. */
public final class MeasureReader {

    private static final String STATE =
            """
            select coalesce((select max(change_no) from hub.page), 0) as change_no,
                   coalesce((select max(id) from hub.measure_delta), 0) as newest_delta
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
        return snapshot.read(queries -> {
            // The sums of some ten thousand subjects stay in memory.
            queries.sql("set local work_mem = '32MB'").update();
            MeasureSnapshot sums = new MeasureSnapshot(state(queries), periods, places);
            JdbcClient.StatementSpec statement = queries.sql(sums(periods.size()));
            for (int month = 0; month < periods.size(); month++) {
                statement = statement
                        .param("first" + month, periods.get(month).first())
                        .param("end" + month, periods.get(month).end(asOf));
            }
            statement.query(row -> {
                sums.add(row.getString(1), row.getString(2), amounts(row, periods.size() + 1));
            });
            return sums;
        });
    }

    /** One row per measure and subject: what came before the first month, then each month. */
    private static String sums(int months) {
        StringBuilder sql = new StringBuilder("select measure, subject, sum(amount) filter (where day < :first0)");
        for (int month = 0; month < months; month++) {
            sql.append(", sum(amount) filter (where day between :first")
                    .append(month)
                    .append(" and :end")
                    .append(month)
                    .append(')');
        }
        return sql.append(" from hub.measure_now where day <= :end")
                .append(months - 1)
                .append(" group by measure, subject")
                .toString();
    }

    private static @Nullable BigDecimal[] amounts(ResultSet row, int count) throws SQLException {
        @Nullable BigDecimal[] amounts = new BigDecimal[count];
        for (int i = 0; i < count; i++) {
            amounts[i] = row.getBigDecimal(i + 3);
        }
        return amounts;
    }

    private static StoreState state(JdbcClient queries) {
        return queries.sql(STATE).query(StoreState.class).single();
    }
}
