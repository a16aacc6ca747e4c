package in.sangam.store;

import static org.assertj.core.api.Assertions.assertThat;

import in.sangam.store.read.RecordReader;
import in.sangam.store.read.StoredRecord.Taken;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Histories that were stored as one JSON array each say the same when the migration has made lines of them, and go on. */
class HistoryLinesTest {

    private static final String AS_BEFORE =
            """
            alter table hub.record alter column history type jsonb
              using ('[' || replace(history, chr(10), ',') || ']')::jsonb;
            drop function hub.merged_history(text, text);
            create function hub.merged_history(a jsonb, b jsonb) returns jsonb language sql immutable as 'select a || b'
            """;

    private final StoreDatabase database = StoreDatabase.fresh();
    private final PageStore store = new PageStore(database.source(), Sample.MEASURES);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void the_migration_keeps_every_version_and_later_ones_come_behind() throws Exception {
        store.store(Sample.page("p1", Sample.pending("A", 1, "2026-10-01")));
        store.store(Sample.page("p2", Sample.pending("A", 4, "2026-10-01")));
        database.execute(AS_BEFORE);

        try (var file = getClass().getResourceAsStream("/db/migration/V133__history_line_by_line.sql")) {
            database.execute(new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8));
        }
        assertThat(history()).containsExactly("4 p2", "1 p1");

        store.store(Sample.page("p3", Sample.pending("A", 5, "2026-10-01")));
        store.store(Sample.page("p4", Sample.pending("A", 2, "2026-10-01"), Sample.pending("A", 3, "2026-10-01")));
        store.store(Sample.page("p5", Sample.pending("A", 2, "2026-10-01")));
        assertThat(history()).containsExactly("5 p3", "4 p2", "3 p4", "2 p4", "1 p1");
    }

    private List<String> history() {
        return new RecordReader(database.source())
                .find("alpha", "cases", "A").orElseThrow().history().stream()
                        .map(HistoryLinesTest::said)
                        .toList();
    }

    private static String said(Taken taken) {
        return taken.version() + " " + taken.pageId();
    }
}
