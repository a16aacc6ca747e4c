package in.sangam.bench.speed;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Fills the hub's store with copies of the cases that it has taken in itself: the same rows under other numbers, the dates put
 * back by up to four years, and the same contributions in the measures, so that a recount agrees. Only what is not measured
 * goes this way. The indexes of the records are made anew behind it.
 */
final class CaseCopies {

    static final int YEARS = 5;

    private static final int COPIES_AT_ONCE = 5;

    private static final String TEMPLATE =
            """
            create table public.bench_template as select * from hub.record where stream = 'applications';
            create table public.bench_cell as
              select measure, subject, service, day, sum(amount) as amount from hub.measure_now
              where measure like 'rtps.%' group by 1, 2, 3, 4;
            """;

    /** A date of the copied cases lies in one of two years. */
    private static final String EARLIER =
            "replace(replace(%s, '2026-', (2026 - s) || '-'), '2027-', (2027 - s) || '-')";

    private static final String COPY =
            """
            insert into hub.record (portal, stream, source_id, version_order, version_text, kind, type, place, fields,
              attributes, contributions, content_hash, page_id, connector_hash, fetched_at, history, first_seen,
              changed_at, revision)
            select portal, stream, source_id || '~' || k, version_order, version_text, kind, type, place, %s::jsonb,
              attributes, %s, content_hash, page_id, connector_hash, fetched_at, history, first_seen,
              changed_at, revision
            from public.bench_template, generate_series(?::int, ?::int) k, lateral (select k %% %d as s) shift
            """
                    .formatted(EARLIER.formatted("fields::text"), EARLIER.formatted("contributions"), YEARS);

    /** In the order of their days, as they would have come. */
    private static final String CELLS =
            """
            insert into hub.measure as m
            select measure, subject, service, %s::date, sum(amount)
            from public.bench_cell, generate_series(?::int, ?::int) k, lateral (select k %% %d as s) shift
            group by 1, 2, 3, 4 order by 4
            on conflict (measure, subject, service, day) do update set amount = m.amount + excluded.amount
            """
                    .formatted(EARLIER.formatted("day::text"), YEARS);

    private static final String MONTHS =
            """
            merge into hub.measure_month m using hub.month_drift d
            on m.subject = d.subject and m.measure = d.measure and m.month = d.month
            when matched then update set amount = m.amount + d.of_days - d.summed
            when not matched then insert values (d.subject, d.measure, d.month, d.of_days - d.summed)
            """;

    private final Connection connection;
    private int copies;

    private CaseCopies(Connection connection) {
        this.connection = connection;
    }

    /** Takes the cases that are there now as the template. */
    static CaseCopies ofAll(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(TEMPLATE);
        }
        return new CaseCopies(connection);
    }

    /** Goes on with the copies of another connection. */
    CaseCopies on(Connection other) {
        CaseCopies goesOn = new CaseCopies(other);
        goesOn.copies = copies;
        return goesOn;
    }

    /** Returns how many times the template was copied; the copies are numbered from 1. */
    int copies() {
        return copies;
    }

    /** Copies until there are at least so many records, and returns how many there are then. */
    long fillTo(long cases, Workplace place) throws SQLException {
        long template = count("select count(*) from public.bench_template");
        long there = count("select count(*) from hub.record");
        List<String> indexes = indexes();
        boolean many = cases - there > there;
        try (Statement statement = connection.createStatement()) {
            if (many) {
                statement.execute("drop index hub.record_by_place");
            }
            while (there < cases) {
                int more = (int) Math.min(COPIES_AT_ONCE, (cases - there + template - 1) / template);
                run(COPY, more);
                run(CELLS, more);
                copies += more;
                there += more * template;
                place.say("  %,d cases", there);
            }
            if (many) {
                statement.execute("set maintenance_work_mem = '256MB'");
                for (String index : indexes) {
                    statement.execute(index);
                }
            }
            statement.execute(MONTHS);
            statement.execute("vacuum analyze hub.record");
            statement.execute("vacuum analyze hub.measure_month");
            statement.execute("vacuum analyze hub.measure");
            statement.execute("checkpoint");
        }
        return there;
    }

    private List<String> indexes() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_get_indexdef('hub.record_by_place'::regclass)")) {
            row.next();
            return List.of(row.getString(1));
        }
    }

    private void run(String sql, int more) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, copies + 1);
            statement.setInt(2, copies + more);
            statement.executeUpdate();
        }
    }

    private long count(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
