package in.sangam.store.read;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is in quarantine, the latest first. */
public final class QuarantineReader {

    /** A row that is no valid record, with the reason; {@code count} says how often it came. */
    public record Entry(
            long id,
            String portal,
            String stream,
            @Nullable String sourceId,
            String pageId,
            int row,
            String field,
            String reason,
            String message,
            List<String> candidates,
            String maskedRow,
            Instant firstSeen,
            Instant lastSeen,
            long count,
            String status,
            @Nullable String unknownTable,
            @Nullable String unknownWord) {}

    /** What to look for; a null leaves that side open. */
    public record Filter(@Nullable String portal, @Nullable String stream, @Nullable String reason, String status) {}

    private static final String ENTRIES =
            """
            select * from hub.quarantine
            where status = :status and id < :before
              and (:portal::text is null or portal = :portal) and (:stream::text is null or stream = :stream)
              and (:reason::text is null or reason = :reason)
            order by id desc limit :most
            """;

    private final JdbcClient client;

    public QuarantineReader(DataSource database) {
        this.client = JdbcClient.create(database);
    }

    /**
     * Returns entries with an id below a bound, the highest first.
     *
     * @param before {@link Long#MAX_VALUE} for the first page
     */
    public List<Entry> entries(Filter filter, long before, int most) {
        return client.sql(ENTRIES)
                .param("status", filter.status())
                .param("before", before)
                .param("portal", filter.portal())
                .param("stream", filter.stream())
                .param("reason", filter.reason())
                .param("most", most)
                .query((row, n) -> entry(row))
                .list();
    }

    /** Returns one entry, whatever its status. */
    public Optional<Entry> entry(long id) {
        return client.sql("select * from hub.quarantine where id = ?")
                .param(id)
                .query((row, n) -> entry(row))
                .optional();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getLong("id"),
                row.getString("portal"),
                row.getString("stream"),
                row.getString("source_id"),
                row.getString("page_id"),
                row.getInt("row_no"),
                row.getString("field"),
                row.getString("reason"),
                row.getString("message"),
                texts(row.getArray("candidates")),
                row.getString("masked_row"),
                row.getObject("first_seen", OffsetDateTime.class).toInstant(),
                row.getObject("last_seen", OffsetDateTime.class).toInstant(),
                row.getLong("count"),
                row.getString("status"),
                row.getString("unknown_table"),
                row.getString("unknown_word"));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
