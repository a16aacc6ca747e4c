package in.sangam.core.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import in.sangam.core.record.CanonicalRecord;
import in.sangam.core.record.Kind;
import in.sangam.core.record.RecordKey;
import in.sangam.core.record.Version;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PageCodecTest {

    private static final PageHead HEAD = new PageHead(
            "p-1",
            "a-portal",
            "a-stream",
            "ab12",
            null,
            "2026-10-31",
            Instant.parse("2026-10-31T12:30:00.000001Z"),
            "c-1");

    private static JsonNode json(String text) throws Exception {
        return PageCodec.MAPPER.readTree(text);
    }

    private static CanonicalRecord record(String portal) {
        return new CanonicalRecord(
                new RecordKey(portal, "a-stream", "X/2026/1"),
                Version.of("2026-10-01T10:00:00.000001+05:30"),
                Kind.CASE,
                "a-type",
                "212",
                new TreeMap<>(Map.of("status", "pending", "registered", "2026-10-01")),
                new TreeMap<>(Map.of("note", "फुलवारीशरीफ \"उद्धरण\" \\ \n नयी पंक्ति")));
    }

    @Test
    void a_page_of_rows_comes_back_as_it_went_hindi_and_digits_of_decimals_included() throws Exception {
        SourcePage page = new SourcePage(
                HEAD,
                List.of(
                        json("{\"नाम\":\"पटना\",\"value\":1.10,\"big\":12345678901234567890.123456789,\"none\":null}"),
                        json("[]")));

        SourcePage back = PageCodec.decodeSource(PageCodec.encode(page));

        assertThat(back).isEqualTo(page);
        assertThat(back.rows().get(0).get("value").decimalValue().toString()).isEqualTo("1.10");
    }

    @Test
    void a_page_of_records_comes_back_as_it_went_rejections_included() throws Exception {
        Rejection rejection = new Rejection(
                3,
                null,
                "district",
                Rejection.Reason.UNMAPPED_PLACE,
                "No district",
                List.of("193", "194"),
                json("{\"d\":\"आरा\"}"));
        CanonicalRecord placeless = new CanonicalRecord(
                new RecordKey("a-portal", "a-stream", "2"),
                Version.of("17"),
                Kind.READING,
                "a-type",
                null,
                new TreeMap<>(),
                new TreeMap<>());
        NormalisedPage page = new NormalisedPage(HEAD, List.of(record("a-portal"), placeless), List.of(rejection));

        NormalisedPage back = PageCodec.decodeNormalised(PageCodec.encode(page));

        assertThat(back).isEqualTo(page);
        assertThat(back.received()).isEqualTo(3);
    }

    @Test
    void members_of_a_later_version_are_passed_over() {
        String later =
                "{\"since\":{\"a\":[1,2]},\"head\":{\"id\":\"p\",\"new\":{},\"portal\":\"a\",\"stream\":\"s\",\"sourceHash\":\"h\","
                        + "\"fetchedAt\":\"2026-10-31T00:00:00Z\",\"connectorHash\":\"c\"},\"rows\":[{\"k\":1}],\"more\":[[]]}";

        assertThat(PageCodec.decodeSource(later.getBytes(StandardCharsets.UTF_8))
                        .rows())
                .hasSize(1);
    }

    @Test
    void bytes_that_are_no_page_are_refused_without_showing_them() {
        for (String bad :
                List.of("", "null", "<html>secret", "{\"head\":", "{\"rows\":[]}", "{\"head\":{},\"rows\":[]}", "[]")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> PageCodec.decodeSource(bad.getBytes(StandardCharsets.UTF_8)))
                    .withMessageNotContaining("secret");
        }
    }

    @Test
    void a_page_refuses_a_record_of_another_stream() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PageCodec.encode(new NormalisedPage(HEAD, List.of(record("another")), List.of())));
    }
}
