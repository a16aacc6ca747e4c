package in.sangam.store.read;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The answers that could not be read, without their bytes. */
public final class UnreadableReader {

    /**
     * One content of one stream.
     *
     * @param cause countable code
     * @param cursor how far the stream has been read now, null when nothing was
     * @param state {@code open}, {@code skipped} or {@code recovered}
     * @param resumesAt cursor from which a person let the stream go on, null when it goes on behind the page
     */
    public record Entry(
            long id,
            String portal,
            String stream,
            String contentHash,
            String cause,
            String message,
            Instant firstSeen,
            Instant lastSeen,
            long count,
            String state,
            @Nullable String cursor,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            @Nullable String decision,
            @Nullable String resumesAt) {

        public boolean isOpen() {
            return state.equals("open");
        }
    }

    private static final String ENTRIES =
            """
            select page.*, cursor.value as cursor
            from hub.unreadable_page as page
            left join hub.cursor as cursor using (portal, stream)
            """;

    private final JdbcClient client;

    public UnreadableReader(DataSource database) {
        this.client = JdbcClient.create(database);
    }

    /** Returns entries of a state, all of them when it is null, those seen last first. */
    public List<Entry> entries(@Nullable String state, int most) {
        return client.sql(
                        ENTRIES
                                + " where (:state::text is null or state = :state) order by last_seen desc, id desc limit :most")
                .param("state", state)
                .param("most", most)
                .query((row, n) -> entry(row))
                .list();
    }

    /** Returns one entry, empty when there is none of that id. */
    public Optional<Entry> entry(long id) {
        return client.sql(ENTRIES + " where id = :id")
                .param("id", id)
                .query((row, n) -> entry(row))
                .optional();
    }

    /** Returns how many entries wait for the portal or a person. */
    public long open() {
        return client.sql("select count(*) from hub.unreadable_page where state = 'open'")
                .query(Long.class)
                .single();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getLong("id"),
                row.getString("portal"),
                row.getString("stream"),
                row.getString("content_hash"),
                row.getString("cause"),
                row.getString("message"),
                moment(row, "first_seen"),
                moment(row, "last_seen"),
                row.getLong("count"),
                row.getString("state"),
                row.getString("cursor"),
                row.getString("decided_by"),
                row.getString("decided_at") == null ? null : moment(row, "decided_at"),
                row.getString("decision"),
                row.getString("resumes_at"));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
