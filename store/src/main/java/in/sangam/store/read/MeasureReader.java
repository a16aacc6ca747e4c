package in.sangam.store.read;

import in.sangam.core.kpi.Period;
import in.sangam.core.measure.MeasureShapes;
import in.sangam.core.place.Places;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads every measure for a few months at once, in one snapshot: the measure table and what is not folded into it yet. */
public final class MeasureReader {

    private final Snapshot snapshot;
    private final JdbcClient client;
    private final Places places;
    private final MeasureShapes shapes;
    private final FeedAmounts feeds;

    /** Reads measures of which nothing is known but their amounts. */
    public MeasureReader(DataSource database, Places places) {
        this(database, places, MeasureShapes.PLAIN);
    }

    /** Reads measures of records alone. */
    public MeasureReader(DataSource database, Places places, MeasureShapes shapes) {
        this(database, places, shapes, FeedAmounts.NONE);
    }

    public MeasureReader(DataSource database, Places places, MeasureShapes shapes, FeedAmounts feeds) {
        this.feeds = feeds;
        this.snapshot = new Snapshot(database);
        this.client = JdbcClient.create(database);
        this.places = places;
        this.shapes = shapes;
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
        return readOf(periods, asOf, null);
    }

    /** Reads the same, of some subjects alone: by index, however much is stored of others. */
    public MeasureSnapshot read(List<Period> periods, LocalDate asOf, Collection<String> subjects) {
        return readOf(periods, asOf, subjects.toArray(String[]::new));
    }

    private MeasureSnapshot readOf(List<Period> periods, LocalDate asOf, String @Nullable [] subjects) {
        String some = subjects == null ? "" : MeasureQueries.OF_SUBJECTS;
        return snapshot.read(queries -> {
            if (subjects == null) {
                // The sums of some ten thousand subjects stay in memory.
                queries.sql("set local work_mem = '32MB'").update();
            }
            StoreState state = state(queries);
            MeasureSums sums = new MeasureSums(periods.size(), places, shapes);
            excuse(queries, periods, sums);
            int columns = periods.size() + 1;
            LocalDate next =
                    periods.get(periods.size() - 1).end(asOf).withDayOfMonth(1).plusMonths(1);
            if (subjects != null) {
                queries.sql(MeasureQueries.PRESENT)
                        .param("next", next)
                        .query(String.class)
                        .list()
                        .forEach(sums::come);
            }
            inMonths(
                            queries.sql(MeasureQueries.sums(
                                    periods.size(), "measure, subject", MeasureQueries.BY_MONTH, some)),
                            periods,
                            asOf,
                            subjects)
                    .param("next", next)
                    .query(row -> {
                        sums.add(row.getString(1), row.getString(2), amounts(row, 3, columns));
                    });
            if (!shapes.parted().isEmpty()) {
                inMonths(
                                queries.sql(MeasureQueries.sums(
                                        periods.size(), "measure, subject, service", MeasureQueries.BY_DAY, some)),
                                periods,
                                asOf,
                                subjects)
                        .param("measures", shapes.parted().toArray(String[]::new))
                        .query(row -> {
                            sums.addThing(
                                    row.getString(1), row.getString(2), row.getString(3), amounts(row, 4, columns));
                        });
            }
            if (!shapes.last().isEmpty()) {
                last(queries, periods, asOf, subjects, sums);
            }
            if (subjects == null) {
                feeds.add(queries, periods, asOf, sums);
            }
            return new MeasureSnapshot(state, periods, asOf, places, shapes, sums);
        });
    }

    private static void excuse(JdbcClient queries, List<Period> periods, MeasureSums sums) {
        queries.sql("select type, day from hub.excused_day where state = 'approved' and type is not null and day >= ?")
                .param(periods.get(0).first())
                .query(row -> {
                    sums.excuse(row.getString(1), row.getObject(2, LocalDate.class));
                });
    }

    private void last(
            JdbcClient queries, List<Period> periods, LocalDate asOf, String @Nullable [] subjects, MeasureSums sums) {
        List<String> reports =
                shapes.last().stream().map(MeasureShapes::reports).toList();
        of(queries.sql(MeasureQueries.last(subjects == null ? "" : MeasureQueries.OF_SUBJECTS)), subjects)
                .param(
                        "ends",
                        periods.stream()
                                .map(period -> period.end(asOf).toString())
                                .toArray(String[]::new))
                .param("values", shapes.last().toArray(String[]::new))
                .param("reports", reports.toArray(String[]::new))
                .param(
                        "measures",
                        Stream.concat(shapes.last().stream(), reports.stream()).toArray(String[]::new))
                .query(row -> {
                    sums.addLast(
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getInt(1) - 1,
                            row.getBigDecimal(5));
                });
    }

    private static JdbcClient.StatementSpec inMonths(
            JdbcClient.StatementSpec statement, List<Period> periods, LocalDate asOf, String @Nullable [] subjects) {
        JdbcClient.StatementSpec bound = of(statement, subjects);
        for (int month = 0; month < periods.size(); month++) {
            bound = bound.param("first" + month, periods.get(month).first())
                    .param("end" + month, periods.get(month).end(asOf));
        }
        return bound.param("end", periods.get(periods.size() - 1).end(asOf));
    }

    private static JdbcClient.StatementSpec of(JdbcClient.StatementSpec statement, String @Nullable [] subjects) {
        return subjects == null ? statement : statement.param("subjects", subjects);
    }

    private static @Nullable BigDecimal[] amounts(ResultSet row, int first, int count) throws SQLException {
        @Nullable BigDecimal[] amounts = new BigDecimal[count];
        for (int i = 0; i < count; i++) {
            amounts[i] = row.getBigDecimal(i + first);
        }
        return amounts;
    }

    private static StoreState state(JdbcClient queries) {
        return queries.sql(MeasureQueries.STATE).query(StoreState.class).single();
    }
}
