package in.sangam.kit.translate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import in.sangam.core.page.Rejection.Reason;
import in.sangam.core.record.Kind;
import in.sangam.core.record.Version;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TranslatorTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final CodeTables CODES = new CodeTables(Map.of("state", Map.of("OPEN", "pending")));

    @Test
    void a_row_that_breaks_the_mapping_is_rejected_without_its_content() {
        RowRejected rejected =
                rejected("{\"fields\": {\"service\": number(.name) * 2}}", "{'id':1,'v':1,'name':'Sunita Devi'}");

        assertThat(rejected.reason()).isEqualTo(Reason.MAPPING_FAILED);
        assertThat(rejected).hasMessageNotContaining("Sunita");
    }

    @Test
    void a_row_without_a_place_is_not_a_record_without_place() {
        assertThat(rejected("{\"place\": {\"district\": text(\"d\")}}", "{'id':1,'v':1,'d':' '}")
                        .reason())
                .isEqualTo(Reason.MISSING_FIELD);
        assertThat(draft("{\"place\": if (.d) {\"district\": .d} else null}", "{'id':1,'v':1}")
                        .has("place"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{'v':1}", "{'id':null,'v':1}", "{'id':'','v':1}", "{'id':{'a':1},'v':1}", "7", "[1]", "'text'"})
    void a_row_without_a_key_is_rejected(String row) {
        assertThat(rejected("{}", row).reason()).isEqualTo(Reason.MISSING_KEY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            '2026-10-31'                                    | 2026-10-31
            '2026-10-31T23:30:00+05:30'                     | 2026-10-31T23:30:00+05:30
            '2026-10-31T23:30:00.000001+0530'               | 2026-10-31T23:30:00.000001+05:30
            '2026-10-31T18:00:00Z'                          | 2026-10-31T18:00:00Z
            'ISODate("2026-10-31T18:00:00.5Z")'             | 2026-10-31T18:00:00.5Z
            '{"$date":"2026-10-31T18:00:00.000+0000"}'      | 2026-10-31T18:00:00.000+00:00
            '{"$date":1793469600000}'                       | 2026-10-31T23:30+05:30
            '{"$date":{"$numberLong":"-86400000"}}'         | 1969-12-31T05:30+05:30
            """)
    void moments_are_read_as_portals_write_them(String value, String moment) throws Exception {
        JsonNode node = value.startsWith("{")
                ? JSON.readTree(value)
                : JSON.getNodeFactory().textNode(value);

        assertThat(Moments.moment("filed", node, null)).isEqualTo(moment);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "31/10/2026",
                "2026-02-30",
                "2026-10-31T10:00:00",
                "20261031",
                "0001-01-01",
                "9999-12-31",
                "31/10/26 6 PM"
            })
    void a_date_that_must_be_guessed_is_rejected_by_its_field(String value) {
        RowRejected rejected = catchThrowableOfType(
                RowRejected.class,
                () -> Moments.moment("filed", JSON.getNodeFactory().textNode(value), null));

        assertThat(rejected.reason()).isEqualTo(Reason.INVALID_VALUE);
        assertThat(rejected.field()).isEqualTo("filed");
        assertThat(rejected).hasMessageContaining("2026-10-31");
    }

    @Test
    void a_declared_pattern_is_read_in_india_and_strictly() {
        assertThat(Moments.moment("filed", JSON.getNodeFactory().textNode("31/10/2026 18:05"), "dd/MM/yyyy HH:mm"))
                .isEqualTo("2026-10-31T18:05+05:30");
        assertThat(Moments.day("filed", JSON.getNodeFactory().textNode("31.10.2026"), "dd.MM.yyyy"))
                .isEqualTo("2026-10-31");
        assertThat(catchThrowableOfType(
                        RowRejected.class,
                        () -> Moments.day("filed", JSON.getNodeFactory().textNode("31.02.2026"), "dd.MM.yyyy")))
                .hasMessageContaining("dd.MM.yyyy");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"dd/MM/yyyy", "dd-MMM-yyyy HH:mm:ss", "yyyyMMdd", "yyyy-MM-dd'T'HH:mm:ssXXX", "d.M.yyyy H:mm"})
    void a_pattern_with_a_day_is_one_of_a_date(String pattern) {
        assertThat(DatePattern.remedyFor(pattern)).isNull();
    }

    @Test
    void a_version_that_is_a_date_of_the_portals_own_writing_orders_as_the_moment_that_it_is() throws Exception {
        Translator translator = new Translator(
                Kind.CASE, "pension", "id", "v", "dd/MM/yyyy HH:mm:ss", JsltMapping.compile("m.jslt", "{}", CODES));
        String october = translator
                .translate(JSON.readTree("{\"id\": 1, \"v\": \"31/10/2026 09:05:00\"}"))
                .get("version")
                .asText();
        String november = translator
                .translate(JSON.readTree("{\"id\": 1, \"v\": \"01/11/2026 09:05:00\"}"))
                .get("version")
                .asText();

        assertThat(Version.of(november)).isGreaterThan(Version.of(october));
        assertThat(october).isEqualTo("2026-10-31T09:05+05:30");
        assertThat(catchThrowableOfType(
                        RowRejected.class,
                        () -> translator.translate(JSON.readTree("{\"id\": 1, \"v\": \"2026-10-31\"}"))))
                .hasMessageContaining("'v' must be written as dd/MM/yyyy HH:mm:ss");
    }

    @Test
    void the_day_of_a_moment_is_the_day_in_india() throws Exception {
        assertThat(Moments.day("filed", JSON.readTree("{\"$date\":\"2026-10-30T18:30:00.000+0000\"}"), null))
                .isEqualTo("2026-10-31");
    }

    @Test
    void a_mapping_may_not_read_other_files() {
        assertThat(catchThrowableOfType(
                        JsltMapping.Broken.class,
                        () -> JsltMapping.compile("m.jslt", "import \"/etc/passwd\" as x\n{}", CODES)))
                .hasMessageContaining("Imports are not allowed");
    }

    private static JsonNode draft(String mapping, String row) {
        try {
            return new Translator(Kind.CASE, "pension", "id", "v", JsltMapping.compile("m.jslt", mapping, CODES))
                    .translate(JSON.readTree(row.replace('\'', '"')));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static RowRejected rejected(String mapping, String row) {
        return catchThrowableOfType(RowRejected.class, () -> draft(mapping, row));
    }
}
