package in.sangam.store;

import in.sangam.store.KeptReport.Content;
import in.sangam.store.KeptReport.Delivery;
import in.sangam.store.KeptReport.Head;
import in.sangam.store.KeptReport.Made;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The weekly reports that were made, which never change, and how far each has come to each of its recipients. */
public final class WeeklyReports {

    private final JdbcClient database;
    private final InTransaction transaction;

    public WeeklyReports(DataSource database) {
        this.database = JdbcClient.create(database);
        this.transaction = new InTransaction(database, "The weekly report could not be kept");
    }

    /**
     * Keeps a report and puts it into the outbox of every sink, once for each recipient, in one transaction.
     *
     * @param bodies by recipient: what a sink is sent
     * @return false when it was made before: nothing is changed
     */
    public boolean keep(
            String report,
            LocalDate weekEnd,
            String place,
            Instant asOf,
            Content content,
            Map<String, String> bodies,
            Collection<String> sinks) {
        return transaction.run(connection -> {
            try (PreparedStatement made = connection.prepareStatement(
                    "insert into hub.weekly_report (report, week_end, place, as_of, content) values (?, ?, ?, ?, ?::jsonb)"
                            + " on conflict do nothing")) {
                made.setString(1, report);
                made.setObject(2, weekEnd);
                made.setString(3, place);
                made.setObject(4, asOf.atOffset(ZoneOffset.UTC));
                made.setString(5, KeptReport.json(content));
                if (made.executeUpdate() == 0) {
                    return false;
                }
            }
            String prefix = "weekly-report|" + report + '|' + weekEnd + '|' + place + '|';
            Map<String, String> keyed = new TreeMap<>();
            bodies.forEach((recipient, body) -> keyed.put(prefix + recipient, body));
            for (String sink : sinks.isEmpty() ? List.of("") : sinks) {
                recipients(connection, report, weekEnd, place, bodies.keySet(), sink, prefix);
                if (!sink.isEmpty()) {
                    Outbox.enqueue(connection, sink, keyed);
                }
            }
            return true;
        });
    }

    private static void recipients(
            Connection connection,
            String report,
            LocalDate weekEnd,
            String place,
            Collection<String> recipients,
            String sink,
            String prefix)
            throws SQLException {
        try (PreparedStatement each = connection.prepareStatement(
                "insert into hub.weekly_report_recipient select ?, ?, ?, r, ?, ? || r from unnest(?::text[]) r")) {
            each.setString(1, report);
            each.setObject(2, weekEnd);
            each.setString(3, place);
            each.setString(4, sink);
            each.setString(5, prefix);
            each.setArray(6, connection.createArrayOf("text", recipients.toArray()));
            each.executeUpdate();
        }
    }

    /** Tells whether the reports of a week have been made, for so many places. */
    public boolean isMade(String report, LocalDate weekEnd, int places) {
        return database.sql("select count(*) from hub.weekly_report where report = ? and week_end = ?")
                        .params(report, weekEnd)
                        .query(Long.class)
                        .single()
                >= places;
    }

    /** Returns the weeks that have reports, the latest first. */
    public List<LocalDate> weeks() {
        return database.sql("select distinct week_end from hub.weekly_report order by week_end desc limit 60")
                .query(LocalDate.class)
                .list();
    }

    /** Returns the reports of a week. */
    public List<Head> of(LocalDate weekEnd) {
        return database.sql("select report, week_end, place, made_at, jsonb_array_length(content -> 'cases') as cases"
                        + " from hub.weekly_report where week_end = ? order by report, place")
                .param(weekEnd)
                .query((row, n) -> new Head(
                        row.getString(1),
                        row.getObject(2, LocalDate.class),
                        row.getString(3),
                        instant(row, 4),
                        row.getLong(5)))
                .list();
    }

    /** Returns one report as it was made. */
    public Optional<Made> find(String report, LocalDate weekEnd, String place) {
        return database.sql("select made_at, as_of, content from hub.weekly_report"
                        + " where report = ? and week_end = ? and place = ?")
                .params(report, weekEnd, place)
                .query((row, n) -> new Made(
                        report, weekEnd, place, instant(row, 1), instant(row, 2), KeptReport.content(row.getString(3))))
                .optional();
    }

    /** Returns how far the reports of a week have come; null for all reports or places. */
    public List<Delivery> deliveries(LocalDate weekEnd, @Nullable String report, @Nullable String place) {
        return database.sql(
                        """
                        select r.report, r.week_end, r.place, r.recipient, nullif(r.sink, '') as sink,
                          coalesce(o.status, 'not-sent') as status, o.receipt, o.settled_at, o.portal_code
                        from hub.weekly_report_recipient r
                        left join hub.outbox o on o.sink = r.sink and o.ordering_key = r.ordering_key
                        where r.week_end = :week and (:report::text is null or r.report = :report)
                          and (:place::text is null or r.place = :place)
                        order by r.report, r.place, r.recipient, r.sink
                        """)
                .param("week", weekEnd)
                .param("report", report)
                .param("place", place)
                .query((row, n) -> new Delivery(
                        row.getString(1),
                        row.getObject(2, LocalDate.class),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        row.getObject(8) == null ? null : instant(row, 8),
                        row.getString(9)))
                .list();
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
