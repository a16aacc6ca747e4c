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

    private static final String OF_THESE = " and measure = any(:measures)";

    private static final String OF_SUBJECTS = " and subject = any(:subjects)";

    /** Every measure that anything has come for: one look into the index each. */
    private static final String PRESENT =
            """
            with recursive each (measure) as (
              (select measure from hub.measure order by measure limit 1)
              union all
              select (select m.measure from hub.measure m where m.measure > each.measure order by m.measure limit 1)
              from each where each.measure is not null
            )
            select measure from each
            where exists (select from hub.measure m where m.measure = each.measure and m.day <= :end)
            union
            select u.measure from hub.measure_delta d, lateral unnest(d.measures, d.days) u (measure, day)
            where u.day <= :end
            """;

    /** By month, measure, subject and service the latest reading: where a report was counted. */
    private static final String LAST =
            """
            with daily as (
              select measure, subject, service, day, sum(amount) as amount
              from hub.measure_now where (measure = any(:measures) or measure = any(:reports))%s
              group by 1, 2, 3, 4
            )
            select distinct on (e.month, r.measure, r.subject, r.service) e.month, value.measure, r.subject, r.service,
              coalesce(v.amount, 0) as amount
            from unnest(:ends::date[]) with ordinality e (day, month)
            join unnest(:measures::text[], :reports::text[]) value (measure, reports) on true
            join daily r on r.measure = value.reports and r.amount > 0 and r.day <= e.day
            left join daily v on v.measure = value.measure and v.subject = r.subject and v.service = r.service
              and v.day = r.day
            order by e.month, r.measure, r.subject, r.service, r.day desc
            """;

    private final Snapshot snapshot;
    private final JdbcClient client;
    private final Places places;
    private final MeasureShapes shapes;

    /** Reads measures of which nothing is known but their amounts. */
    public MeasureReader(DataSource database, Places places) {
        this(database, places, MeasureShapes.PLAIN);
    }

    public MeasureReader(DataSource database, Places places, MeasureShapes shapes) {
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
        String some = subjects == null ? "" : OF_SUBJECTS;
        return snapshot.read(queries -> {
            // The sums of some ten thousand subjects stay in memory.
            queries.sql("set local work_mem = '32MB'").update();
            StoreState state = state(queries);
            MeasureSums sums = new MeasureSums(periods.size(), places, shapes);
            excuse(queries, periods, sums);
            int columns = periods.size() + 1;
            if (subjects != null) {
                queries.sql(PRESENT)
                        .param("end", periods.get(periods.size() - 1).end(asOf))
                        .query(String.class)
                        .list()
                        .forEach(sums::come);
            }
            inMonths(queries.sql(sums(periods.size(), "measure, subject", some)), periods, asOf, subjects)
                    .query(row -> {
                        sums.add(row.getString(1), row.getString(2), amounts(row, 3, columns));
                    });
            if (!shapes.parted().isEmpty()) {
                inMonths(
                                queries.sql(sums(periods.size(), "measure, subject, service", OF_THESE + some)),
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
        of(queries.sql(LAST.formatted(subjects == null ? "" : OF_SUBJECTS)), subjects)
                .param(
                        "ends",
                        periods.stream()
                                .map(period -> period.end(asOf).toString())
                                .toArray(String[]::new))
                .param("measures", shapes.last().toArray(String[]::new))
                .param(
                        "reports",
                        shapes.last().stream().map(MeasureShapes::reports).toArray(String[]::new))
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
        return bound;
    }

    private static JdbcClient.StatementSpec of(JdbcClient.StatementSpec statement, String @Nullable [] subjects) {
        return subjects == null ? statement : statement.param("subjects", subjects);
    }

    /** One row per group: what came before the first month, then each month. */
    private static String sums(int months, String group, String where) {
        StringBuilder sql = new StringBuilder("select " + group + ", sum(amount) filter (where day < :first0)");
        for (int month = 0; month < months; month++) {
            sql.append(", sum(amount) filter (where day between :first")
                    .append(month)
                    .append(" and :end")
                    .append(month)
                    .append(')');
        }
        return sql.append(" from hub.measure_now where day <= :end")
                .append(months - 1)
                .append(where)
                .append(" group by ")
                .append(group)
                .toString();
    }

    private static @Nullable BigDecimal[] amounts(ResultSet row, int first, int count) throws SQLException {
        @Nullable BigDecimal[] amounts = new BigDecimal[count];
        for (int i = 0; i < count; i++) {
            amounts[i] = row.getBigDecimal(i + first);
        }
        return amounts;
    }

    private static StoreState state(JdbcClient queries) {
        return queries.sql(STATE).query(StoreState.class).single();
    }
}
