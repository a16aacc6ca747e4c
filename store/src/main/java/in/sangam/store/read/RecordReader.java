package in.sangam.store.read;

import com.fasterxml.jackson.databind.JsonNode;
import in.sangam.store.ContributionCodec;
import in.sangam.store.read.StoredRecord.Onward;
import in.sangam.store.read.StoredRecord.Taken;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads single records with their history and lineage. */
public final class RecordReader {

    private static final String RECORD =
            """
            select * from hub.record
            where portal = :portal and source_id = :id and (:stream::text is null or stream = :stream)
            order by stream
            """;

    private static final String PAGES =
            """
            select id, portal, stream, source_hash, cursor_from, cursor_to, fetched_at, connector_hash, received, stored
            from hub.page where id = any(:ids)
            """;

    private static final String ONWARD =
            """
            select sink, belongs, because, decided_at from hub.flow_record
            where portal = :portal and stream = :stream and source_id = :id order by sink
            """;

    private final Snapshot snapshot;

    public RecordReader(DataSource database) {
        this.snapshot = new Snapshot(database);
    }

    /** Returns a record, empty when the hub has none with this key. */
    public Optional<StoredRecord> find(String portal, String stream, String sourceId) {
        return records(portal, stream, sourceId).stream().findFirst();
    }

    /** Returns the records of a portal with this key, one for each stream that has it, by name of the stream. */
    public List<StoredRecord> find(String portal, String sourceId) {
        return records(portal, null, sourceId);
    }

    private List<StoredRecord> records(String portal, @Nullable String stream, String sourceId) {
        return snapshot.read(queries -> queries.sql(RECORD)
                .param("portal", portal)
                .param("stream", stream)
                .param("id", sourceId)
                .query((row, n) -> record(row, queries))
                .list());
    }

    private static StoredRecord record(ResultSet row, JdbcClient queries) throws SQLException {
        String current = row.getString("page_id");
        List<JsonNode> entries = StoredFields.lines(row, "history");
        entries.sort(
                Comparator.comparingLong((JsonNode entry) -> entry.path("o").asLong())
                        .reversed());
        Set<String> ids = new LinkedHashSet<>(List.of(current));
        entries.forEach(entry -> ids.add(entry.path("p").asText()));
        Map<String, PageLineage> pages = pages(ids, queries);
        return new StoredRecord(
                row.getString("portal"),
                row.getString("stream"),
                row.getString("source_id"),
                row.getString("version_text"),
                row.getString("kind"),
                row.getString("type"),
                row.getString("place"),
                StoredFields.texts(row, "fields"),
                StoredFields.texts(row, "attributes"),
                ContributionCodec.decode(row.getString("contributions")),
                entries.stream().map(entry -> taken(entry, pages)).toList(),
                onward(row, queries),
                pages.get(current),
                StoredFields.instant(row, "first_seen"),
                StoredFields.instant(row, "changed_at"),
                row.getInt("revision"));
    }

    private static List<Onward> onward(ResultSet record, JdbcClient queries) throws SQLException {
        return queries.sql(ONWARD)
                .param("portal", record.getString("portal"))
                .param("stream", record.getString("stream"))
                .param("id", record.getString("source_id"))
                .query((row, n) -> new Onward(
                        row.getString("sink"),
                        row.getString("belongs"),
                        row.getString("because"),
                        StoredFields.instant(row, "decided_at")))
                .list();
    }

    private static Taken taken(JsonNode entry, Map<String, PageLineage> pages) {
        String page = entry.path("p").asText();
        return new Taken(entry.path("v").asText(), entry.path("s").textValue(), page, pages.get(page));
    }

    private static Map<String, PageLineage> pages(Collection<String> ids, JdbcClient queries) {
        Map<String, PageLineage> pages = new HashMap<>();
        queries.sql(PAGES).param("ids", ids.toArray(String[]::new)).query(row -> {
            PageLineage page = new PageLineage(
                    row.getString("id"),
                    row.getString("portal"),
                    row.getString("stream"),
                    row.getString("source_hash"),
                    row.getString("cursor_from"),
                    row.getString("cursor_to"),
                    StoredFields.instant(row, "fetched_at"),
                    row.getString("connector_hash"),
                    row.getInt("received"),
                    row.getInt("stored"));
            pages.put(page.id(), page);
        });
        return pages;
    }
}
