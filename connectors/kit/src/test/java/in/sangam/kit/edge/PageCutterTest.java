package in.sangam.kit.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.sangam.core.page.PageCodec;
import in.sangam.core.page.SourcePage;
import in.sangam.kit.ShippedConnectors;
import in.sangam.kit.Stream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PageCutterTest {

    private static final Instant NOW = Instant.parse("2026-10-31T12:30:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Stream STREAM = ShippedConnectors.stream("rtps", "applications");

    @Test
    void no_encoded_page_is_larger_than_96_KiB_and_no_row_is_lost_or_moved() {
        Random random = new Random(20261031);
        List<JsonNode> rows = new ArrayList<>();
        for (int i = 0; i < 4_000; i++) {
            String piece = new String[] {"abc", "पटना", "\"\\", "\u0001\n", "/é", "😀"}[random.nextInt(6)];
            rows.add(JSON.createObjectNode()
                    .put("application_no", "A/" + i)
                    .put("text", piece.repeat(random.nextInt(200)))
                    .put("number", random.nextDouble()));
        }
        List<SourcePage> pages = cut(rows);

        assertThat(pages.stream().mapToInt(page -> PageCodec.encode(page).length))
                .hasSizeGreaterThan(5)
                .allMatch(length -> length <= PageCodec.MAX_BYTES);
        List<JsonNode> cut = new ArrayList<>();
        pages.forEach(page -> cut.addAll(page.rows()));
        assertThat(cut.equals(rows)).as("all rows in their order").isTrue();
    }

    @Test
    void pages_of_one_fetch_share_source_and_cursors_but_not_the_id() {
        List<JsonNode> rows = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            rows.add(JSON.createObjectNode().put("application_no", "A/" + i).put("text", "x".repeat(200)));
        }
        List<SourcePage> pages = cut(rows);

        assertThat(pages).extracting(page -> page.head().id()).doesNotHaveDuplicates();
        assertThat(pages)
                .extracting(page -> page.head().sourceHash()
                        + page.head().cursorFrom()
                        + page.head().cursorTo())
                .containsOnly("hash" + STREAM.firstAsk(null, NOW).cursor() + "to");
    }

    @Test
    void a_fetch_without_rows_gives_no_page() {
        assertThat(cut(List.of())).isEmpty();
    }

    @Test
    void a_row_larger_than_a_page_keeps_what_a_record_needs() {
        ObjectNode row = JSON.createObjectNode()
                .put("application_no", "A/1")
                .put("status", "SUBMITTED")
                .put("scan", "x".repeat(300_000));
        List<SourcePage> pages = cut(List.of(row));

        assertThat(PageCodec.encode(pages.get(0)).length).isLessThan(PageCodec.MAX_BYTES);
        assertThat(pages.get(0).rows().get(0).path("status").asText()).isEqualTo("SUBMITTED");
    }

    @Test
    void a_row_of_too_many_fields_goes_on_by_its_key_alone() {
        ObjectNode row = JSON.createObjectNode().put("application_no", "A/1").put("updated_at", "2026-10-01");
        for (int i = 0; i < 20_000; i++) {
            row.put("field" + i, "value");
        }

        assertThat(cut(List.of(row)).get(0).rows().get(0).toString())
                .isEqualTo("{\"application_no\":\"A/1\",\"updated_at\":\"2026-10-01\"}");
    }

    private static List<SourcePage> cut(List<JsonNode> rows) {
        return PageCutter.cut(STREAM, STREAM.firstAsk(null, NOW), new Fetched(rows, "hash", "to", null), NOW);
    }
}
