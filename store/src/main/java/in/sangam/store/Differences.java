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
 * Counts of a day that hub and portal do not share. Each has an owner, and ends by a person with a reason, audited, or settles by
 * itself when a later statement finds both sides the same. One that a person has closed opens again only with other numbers.
 */
public final class Differences {

    /**
     * A difference as it stands.
     *
     * @param reported null when the portal does not report the count
     * @param state {@code open}, {@code closed} by a person, or {@code settled} by a later statement
     */
    public record Difference(
            long id,
            String portal,
            LocalDate day,
            @Nullable String stream,
            @Nullable String place,
            @Nullable String service,
            String measure,
            long counted,
            @Nullable Long reported,
            String owner,
            String state,
            Instant openedAt,
            @Nullable String endedBy,
            @Nullable Instant endedAt,
            @Nullable String reason) {}

    private static final String SELECT =
            """
            select id, portal, day, nullif(stream, '') as stream, nullif(place, '') as place, nullif(service, '') as service,
              measure, counted, reported, owner, state, opened_at, ended_by, ended_at, reason
            from hub.difference
            """;

    private final JdbcClient database;

    public Differences(DataSource database) {
        this.database = JdbcClient.create(database);
    }

    /**
     * Returns differences, the latest day first.
     *
     * @param portal null for all
     * @param day null for all
     * @param state null for all
     */
    public List<Difference> list(@Nullable String portal, @Nullable LocalDate day, @Nullable String state, int most) {
        return database.sql(
                        SELECT
                                + """
                        where (:portal::text is null or portal = :portal) and (:day::date is null or day = :day)
                          and (:state::text is null or state = :state)
                        order by day desc, portal, place, service, measure, id limit :most
                        """)
                .param("portal", portal)
                .param("day", day)
                .param("state", state)
                .param("most", most)
                .query((row, n) -> read(row))
                .list();
    }

    /** Returns the days of a portal, from one on, that have open differences. */
    public List<LocalDate> openDays(String portal, LocalDate from) {
        return database.sql("select distinct day from hub.difference where portal = ? and day >= ? and state = 'open'"
                        + " order by day")
                .params(portal, from)
                .query(LocalDate.class)
                .list();
    }

    /** Returns one of them. */
    public Optional<Difference> find(long id) {
        return database.sql(SELECT + "where id = ?")
                .param(id)
                .query((row, n) -> read(row))
                .optional();
    }

    /** Closes an open one, audited; false when it was not open. */
    public boolean close(long id, String who, String reason) {
        return audited(
                "update hub.difference set state = 'closed', ended_by = :who, ended_at = clock_timestamp(), reason = :reason"
                        + " where id = :id and state = 'open' returning portal, day, place, measure",
                "difference.close",
                id,
                who,
                reason,
                "");
    }

    /** Gives an open one to another owner, audited; false when it was not open. */
    public boolean assign(long id, String owner, String who, String reason) {
        return audited(
                "update hub.difference set owner = :owner where id = :id and state = 'open'"
                        + " returning portal, day, place, measure",
                "difference.assign",
                id,
                who,
                reason,
                owner);
    }

    private boolean audited(String change, String action, long id, String who, String reason, String owner) {
        return database.sql(
                                "with changed as (" + change
                                        + """
                                ) insert into hub.audit (who, action, target, reason)
                                select :who, :action, :id || ' ' || portal || ' ' || day || ' ' || place || ' ' || measure,
                                  concat_ws(': ', nullif(:owner, ''), :reason) from changed
                                """)
                        .param("id", id)
                        .param("who", who)
                        .param("reason", reason)
                        .param("owner", owner)
                        .param("action", action)
                        .update()
                == 1;
    }

    private static Difference read(ResultSet row) throws SQLException {
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        long reported = row.getLong("reported");
        return new Difference(
                row.getLong("id"),
                row.getString("portal"),
                row.getObject("day", LocalDate.class),
                row.getString("stream"),
                row.getString("place"),
                row.getString("service"),
                row.getString("measure"),
                row.getLong("counted"),
                row.getObject("reported") == null ? null : Long.valueOf(reported),
                row.getString("owner"),
                row.getString("state"),
                Objects.requireNonNull(row.getObject("opened_at", OffsetDateTime.class))
                        .toInstant(),
                row.getString("ended_by"),
                ended == null ? null : ended.toInstant(),
                row.getString("reason"));
    }
}
