package in.sangam.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How each stream fares: when it last succeeded, and since when and why it does not. All instants are wall clock (UTC). */
public final class StreamHealth {

    /** One stream's health; {@code failures} counts since the last success, {@code polls} the completed ones. */
    public record Entry(
            String portal,
            String stream,
            String state,
            long polls,
            int failures,
            Instant lastAttempt,
            @Nullable Instant lastSuccess,
            @Nullable String errorCode,
            @Nullable String errorMessage,
            @Nullable Instant errorSince) {}

    private final JdbcClient database;

    public StreamHealth(DataSource database) {
        this.database = JdbcClient.create(database);
    }

    /** Notes a poll that came to its end, with or without rows; what failed before it is kept as an outage. */
    public void succeeded(String portal, String stream) {
        database.sql(
                        """
                        with now as (
                          insert into hub.stream_health as h (portal, stream, state, polls, last_attempt, last_success)
                          values (?, ?, 'ok', 1, clock_timestamp(), clock_timestamp())
                          on conflict (portal, stream) do update set state = 'ok', polls = h.polls + 1, failures = 0,
                            last_attempt = excluded.last_attempt, last_success = excluded.last_success,
                            error_code = null, error_message = null, error_since = null
                          returning new.portal, new.stream, old.error_since, new.last_success, old.failures, old.error_code,
                            old.error_message)
                        insert into hub.outage (portal, stream, began, ended, failures, code, message)
                        select * from now where error_since < last_success - interval '1 minute'
                        """)
                .params(portal, stream)
                .update();
    }

    /** Notes a poll that failed and will be tried again by itself. */
    public void failed(String portal, String stream, String code, String message) {
        notSucceeded(portal, stream, "failing", code, message);
    }

    /** Notes that a stream stands still until its portal answers readably or a person decides. */
    public void stalled(String portal, String stream, String code, String message) {
        notSucceeded(portal, stream, "stalled", code, message);
    }

    private void notSucceeded(String portal, String stream, String state, String code, String message) {
        database.sql(
                        """
                        insert into hub.stream_health as h (portal, stream, state, failures, last_attempt,
                                                            error_code, error_message, error_since)
                        values (?, ?, ?, 1, clock_timestamp(), ?, ?, clock_timestamp())
                        on conflict (portal, stream) do update set state = excluded.state, failures = h.failures + 1,
                          last_attempt = excluded.last_attempt, error_code = excluded.error_code,
                          error_message = excluded.error_message,
                          error_since = coalesce(h.error_since, excluded.error_since)
                        """)
                .params(portal, stream, state, code, message)
                .update();
    }

    /** Returns the health of every stream that was ever polled, in the order of portal and stream. */
    public List<Entry> all() {
        return database.sql("select * from hub.stream_health order by portal, stream")
                .query((row, n) -> entry(row))
                .list();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getString("portal"),
                row.getString("stream"),
                row.getString("state"),
                row.getLong("polls"),
                row.getInt("failures"),
                row.getObject("last_attempt", OffsetDateTime.class).toInstant(),
                instant(row, "last_success"),
                row.getString("error_code"),
                row.getString("error_message"),
                instant(row, "error_since"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
