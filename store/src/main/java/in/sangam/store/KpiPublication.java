package in.sangam.store;

import in.sangam.core.kpi.Numbers;
import in.sangam.core.measure.Subject;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Publishes KPI values: remembers the last published value of every cell and puts only what changed into the outbox. A post, department
 * or portal is told of from its first value on, because most have nothing to do with a KPI; a place from the start.
 */
public final class KpiPublication {

    private static final String LAST =
            """
            select kpi, place, period, numerator, denominator, value, marks from hub.published_kpi
            where period = any (?)
            """;

    private static final String REMEMBER =
            """
            insert into hub.published_kpi as k
              (kpi, place, period, numerator, denominator, value, marks, as_of, change_no)
            select u.*, ?, nextval('hub.change_no')
            from unnest(?::text[], ?::text[], ?::text[], ?::numeric[], ?::numeric[], ?::numeric[], ?::numeric[]) as u
            on conflict (kpi, place, period) do update set
              numerator = excluded.numerator, denominator = excluded.denominator, value = excluded.value,
              marks = excluded.marks, as_of = excluded.as_of, published_at = clock_timestamp(),
              change_no = excluded.change_no
            """;

    /**
     * What a publication did.
     *
     * @param changed cells whose value differs from the last published one
     * @param enqueued new outbox rows
     * @param replaced outbox rows not yet tried whose body now carries the newer value
     */
    public record Published(int changed, int enqueued, int replaced) {

        static final Published NOTHING = new Published(0, 0, 0);
    }

    private record Cell(String kpi, String place, String period) {
        static Cell of(KpiCell cell) {
            return new Cell(cell.kpi(), cell.place(), cell.period());
        }
    }

    private final InTransaction transaction;

    public KpiPublication(DataSource database) {
        this.transaction = new InTransaction(database, "KPI values could not be published");
    }

    /**
     * Publishes cells to sinks, in one transaction. Of a cell given twice the last counts.
     *
     * @param asOf the instant that the values are true for
     * @throws StoreUnavailable when the database cannot do it now; nothing was changed
     */
    public Published publish(Collection<String> sinks, List<KpiCell> cells, OffsetDateTime asOf) {
        return publish(sinks, cells, asOf, (sink, kpi) -> true);
    }

    /**
     * As {@link #publish(Collection, List, OffsetDateTime)}, where a sink gets the values of those KPIs alone that it asks for.
     *
     * @param asks whether a sink asks for a KPI, by its code
     */
    public Published publish(
            Collection<String> sinks, List<KpiCell> cells, OffsetDateTime asOf, BiPredicate<String, String> asks) {
        if (cells.isEmpty()) {
            return Published.NOTHING;
        }
        return transaction.run(connection -> {
            ChangeLock.await(connection);
            List<KpiCell> changed = changed(connection, cells);
            if (changed.isEmpty()) {
                return Published.NOTHING;
            }
            remember(connection, changed, asOf);
            Outbox.Enqueued enqueued = enqueue(connection, sinks, changed, asOf, asks);
            return new Published(changed.size(), enqueued.added(), enqueued.replaced());
        });
    }

    private static Outbox.Enqueued enqueue(
            Connection connection,
            Collection<String> sinks,
            List<KpiCell> changed,
            OffsetDateTime asOf,
            BiPredicate<String, String> asks)
            throws SQLException {
        Outbox.Enqueued all = new Outbox.Enqueued(0, 0);
        for (String sink : new TreeSet<>(sinks)) {
            Map<String, String> bodies = new TreeMap<>();
            for (KpiCell cell : changed) {
                if (asks.test(sink, cell.kpi())) {
                    bodies.put(cell.kpi() + '|' + cell.place() + '|' + cell.period(), cell.message(asOf));
                }
            }
            all = all.and(Outbox.enqueue(connection, sink, bodies));
        }
        return all;
    }

    private static List<KpiCell> changed(Connection connection, List<KpiCell> cells) throws SQLException {
        Map<Cell, KpiCell> fresh = new HashMap<>();
        cells.forEach(cell -> fresh.put(Cell.of(cell), cell));
        Set<Cell> known = new HashSet<>();
        String[] periods = cells.stream().map(KpiCell::period).distinct().toArray(String[]::new);
        try (PreparedStatement statement = connection.prepareStatement(LAST)) {
            statement.setArray(1, connection.createArrayOf("text", periods));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    KpiCell last = last(row);
                    known.add(Cell.of(last));
                    KpiCell now = fresh.get(Cell.of(last));
                    if (now != null && sameValue(last, now)) {
                        fresh.remove(Cell.of(last));
                    }
                }
            }
        }
        return fresh.values().stream()
                .filter(cell -> cell.value() != null || cell.kind() == Subject.PLACE || known.contains(Cell.of(cell)))
                .toList();
    }

    private static KpiCell last(ResultSet row) throws SQLException {
        return new KpiCell(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                Objects.requireNonNull(row.getBigDecimal(4)),
                row.getBigDecimal(5),
                row.getBigDecimal(6),
                row.getBigDecimal(7));
    }

    private static boolean sameValue(KpiCell a, KpiCell b) {
        return Numbers.same(a.numerator(), b.numerator())
                && Numbers.same(a.denominator(), b.denominator())
                && Numbers.same(a.value(), b.value())
                && Numbers.same(a.marks(), b.marks());
    }

    private static void remember(Connection connection, List<KpiCell> cells, OffsetDateTime asOf) throws SQLException {
        @Nullable String[][] columns = new String[7][cells.size()];
        for (int i = 0; i < cells.size(); i++) {
            KpiCell cell = cells.get(i);
            columns[0][i] = cell.kpi();
            columns[1][i] = cell.place();
            columns[2][i] = cell.period();
            columns[3][i] = text(cell.numerator());
            columns[4][i] = text(cell.denominator());
            columns[5][i] = text(cell.value());
            columns[6][i] = text(cell.marks());
        }
        try (PreparedStatement statement = connection.prepareStatement(REMEMBER)) {
            statement.setObject(1, asOf);
            for (int column = 0; column < columns.length; column++) {
                statement.setArray(2 + column, connection.createArrayOf("text", columns[column]));
            }
            statement.executeUpdate();
        }
    }

    private static @Nullable String text(@Nullable BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }
}
