package in.sangam.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
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

    /** A difference that a statement holds; what a side does not name is empty. */
    public record Found(
            String stream, String place, String service, String measure, long counted, @Nullable Long reported) {}

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

    private static final String FOUND =
            """
            unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::bigint[])
              as f (stream, place, service, measure, counted, reported)
            """;

    private static final String OPEN =
            """
            insert into hub.difference as d (portal, day, stream, place, service, measure, counted, reported, owner)
            select ?, ?, f.*, ? from %s
            where not exists (select from hub.difference c where c.portal = ? and c.day = ? and c.state = 'closed'
              and c.stream = f.stream and c.place = f.place and c.service = f.service and c.measure = f.measure
              and c.counted = f.counted and c.reported is not distinct from f.reported)
            on conflict (portal, day, stream, place, service, measure) where state = 'open'
              do update set counted = excluded.counted, reported = excluded.reported, seen_at = clock_timestamp()
            """
                    .formatted(FOUND);

    private static final String SETTLE =
            """
            update hub.difference d set state = 'settled', ended_by = 'hub', ended_at = clock_timestamp(),
              reason = 'both sides are the same in statement version ' || ?
            where d.portal = ? and d.day = ? and d.state = 'open'
              and not exists (select from %s where f.stream = d.stream and f.place = d.place and f.service = d.service
                and f.measure = d.measure)
            """
                    .formatted(FOUND);

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

    /** Opens what is new, notes what still is, settles what is no more; in the caller's transaction. */
    static void bring(Connection connection, String portal, LocalDate day, int version, List<Found> found, String owner)
            throws SQLException {
        try (PreparedStatement open = connection.prepareStatement(OPEN);
                PreparedStatement settle = connection.prepareStatement(SETTLE)) {
            open.setString(1, portal);
            open.setObject(2, day);
            open.setString(3, owner);
            put(open, 4, found);
            open.setString(10, portal);
            open.setObject(11, day);
            open.executeUpdate();
            settle.setString(1, String.valueOf(version));
            settle.setString(2, portal);
            settle.setObject(3, day);
            put(settle, 4, found);
            settle.executeUpdate();
        }
    }

    private static void put(PreparedStatement statement, int first, List<Found> found) throws SQLException {
        Connection connection = statement.getConnection();
        int column = first;
        statement.setArray(
                column++,
                connection.createArrayOf(
                        "text", found.stream().map(Found::stream).toArray()));
        statement.setArray(
                column++,
                connection.createArrayOf(
                        "text", found.stream().map(Found::place).toArray()));
        statement.setArray(
                column++,
                connection.createArrayOf(
                        "text", found.stream().map(Found::service).toArray()));
        statement.setArray(
                column++,
                connection.createArrayOf(
                        "text", found.stream().map(Found::measure).toArray()));
        statement.setArray(
                column++,
                connection.createArrayOf(
                        "bigint", found.stream().map(Found::counted).toArray()));
        statement.setArray(
                column,
                connection.createArrayOf(
                        "bigint", found.stream().map(Found::reported).toArray()));
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
