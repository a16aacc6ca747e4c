package in.sangam.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Days on which a source was out, so that nobody is blamed for what could not be reported. The hub proposes them from the outages of
 * the streams, or a person does with evidence; another person decides. Days are those of Asia/Kolkata by the wall clock.
 */
public final class ExcusedDays {

    /**
     * A day of a stream.
     *
     * @param type of the records that the stream brings, null while it has brought none
     * @param state proposed, approved or refused
     * @param evidence when and why the source was out
     */
    public record Day(
            long id,
            String portal,
            String stream,
            @Nullable String type,
            LocalDate day,
            String state,
            String evidence,
            String proposedBy,
            Instant proposedAt,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            @Nullable String reason) {}

    /** At least half of the hours from 10 to 18, in which offices report, of a day that is over. */
    private static final String FROM_OUTAGES =
            """
            with gap as (
              select portal, stream, began, ended, failures, code from hub.outage
              union all
              select portal, stream, error_since, clock_timestamp(), failures, error_code from hub.stream_health
              where error_since is not null),
            part as (
              select portal, stream, failures, code, began, ended, d::date as day, tstzrange(began, ended)
                * tstzrange((d + time '10:00') at time zone 'Asia/Kolkata', (d + time '18:00') at time zone 'Asia/Kolkata') as hours
              from gap cross join lateral generate_series((began at time zone 'Asia/Kolkata')::date,
                (ended at time zone 'Asia/Kolkata')::date, interval '1 day') d),
            out as (
              select portal, stream, day, sum(upper(hours) - lower(hours)) as missing,
                string_agg(code || ', ' || failures || ' failed attempts, '
                  || to_char(began at time zone 'Asia/Kolkata', 'YYYY-MM-DD HH24:MI') || ' to '
                  || to_char(ended at time zone 'Asia/Kolkata', 'YYYY-MM-DD HH24:MI'), '; ' order by began) as evidence
              from part where not isempty(hours) group by portal, stream, day)
            insert into hub.excused_day (portal, stream, type, day, evidence, proposed_by)
            select portal, stream,
              (select type from hub.record r where r.portal = out.portal and r.stream = out.stream limit 1), day, evidence, 'hub'
            from out where missing >= interval '4 hours' and day < (clock_timestamp() at time zone 'Asia/Kolkata')::date
            on conflict (portal, stream, day) do nothing
            """;

    private final JdbcClient database;

    public ExcusedDays(DataSource database) {
        this.database = JdbcClient.create(database);
    }

    /** Proposes every day that the outages of the streams speak for; returns how many were new. */
    public int proposeFromOutages() {
        return database.sql(FROM_OUTAGES).update();
    }

    /** Proposes a day by a person; empty when there is already something of that day. Audited. */
    public Optional<Day> propose(String portal, String stream, LocalDate day, String evidence, String who) {
        return database.sql(
                        """
                        with made as (
                          insert into hub.excused_day (portal, stream, type, day, evidence, proposed_by)
                          values (:portal, :stream, (select type from hub.record r where r.portal = :portal
                            and r.stream = :stream limit 1), :day, :evidence, :who)
                          on conflict (portal, stream, day) do nothing returning *),
                        noted as (
                          insert into hub.audit (who, action, target, reason)
                          select :who, 'excused-day.propose', portal || '.' || stream || ' ' || day, evidence from made)
                        select * from made
                        """)
                .param("portal", portal)
                .param("stream", stream)
                .param("day", day)
                .param("evidence", evidence)
                .param("who", who)
                .query((row, n) -> read(row))
                .optional();
    }

    /** Approves or refuses a proposed day, audited; false when it is not proposed, or proposed by the same person. */
    public boolean decide(long id, boolean approved, String who, String reason) {
        return database.sql(
                                """
                                with decided as (
                                  update hub.excused_day set state = :state, decided_by = :who, decided_at = clock_timestamp(),
                                    reason = :reason
                                  where id = :id and state = 'proposed' and proposed_by <> :who returning *)
                                insert into hub.audit (who, action, target, reason)
                                select :who, 'excused-day.' || state, portal || '.' || stream || ' ' || day, reason from decided
                                """)
                        .param("state", approved ? "approved" : "refused")
                        .param("id", id)
                        .param("who", who)
                        .param("reason", reason)
                        .update()
                == 1;
    }

    /** Returns one of them. */
    public Optional<Day> find(long id) {
        return database.sql("select * from hub.excused_day where id = ?")
                .param(id)
                .query((row, n) -> read(row))
                .optional();
    }

    /** Returns them between two days, the latest first. */
    public List<Day> between(LocalDate first, LocalDate last) {
        return database.sql("select * from hub.excused_day where day between ? and ? order by day desc, portal, stream")
                .params(first, last)
                .query((row, n) -> read(row))
                .list();
    }

    private static Day read(ResultSet row) throws SQLException {
        OffsetDateTime decided = row.getObject("decided_at", OffsetDateTime.class);
        return new Day(
                row.getLong("id"),
                row.getString("portal"),
                row.getString("stream"),
                row.getString("type"),
                row.getObject("day", LocalDate.class),
                row.getString("state"),
                row.getString("evidence"),
                row.getString("proposed_by"),
                Objects.requireNonNull(row.getObject("proposed_at", OffsetDateTime.class))
                        .toInstant(),
                row.getString("decided_by"),
                decided == null ? null : decided.toInstant(),
                row.getString("reason"));
    }
}
