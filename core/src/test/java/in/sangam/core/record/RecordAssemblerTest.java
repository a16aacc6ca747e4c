package in.sangam.core.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import in.sangam.core.config.HubConfig;
import in.sangam.core.config.ShippedConfig;
import in.sangam.core.page.Rejection;
import in.sangam.core.page.Rejection.Reason;
import org.junit.jupiter.api.Test;

class RecordAssemblerTest {

    private static final HubConfig CONFIG = ShippedConfig.get();
    private static final RecordAssembler ASSEMBLER =
            new RecordAssembler(CONFIG.places().names(), CONFIG.rules());
    private static final String GOOD =
            """
            {"kind":"case","type":"rtps-application","sourceId":"BICCO/2026/1","version":"2026-10-01T10:00:00.000001+05:30",
             "place":{"district":"पटना","block":"Phulwari"},
             "fields":{"service":"BICCO","mode":"normal","registered":"2026-09-28T09:00:00+05:30",
                       "complete":"2026-10-01T10:00:00+05:30","disposed":null,"status":"pending"},
             "attributes":{"channelDetail":"counter","empty":""}}""";

    private static Assembled assemble(String draft) throws Exception {
        JsonNode json = new ObjectMapper().readTree(draft);
        return ASSEMBLER.assemble("a-portal", "a-stream", 4, json, json);
    }

    private static CanonicalRecord record(String draft) throws Exception {
        assertThat(assemble(draft)).isInstanceOf(Assembled.Valid.class);
        return ((Assembled.Valid) assemble(draft)).record();
    }

    private static Rejection rejection(String draft) throws Exception {
        assertThat(assemble(draft)).as(draft).isInstanceOf(Assembled.Invalid.class);
        return ((Assembled.Invalid) assemble(draft)).rejection();
    }

    @Test
    void a_good_draft_becomes_a_record_with_its_place_and_due_date() throws Exception {
        CanonicalRecord record = record(GOOD);

        assertThat(record.key()).isEqualTo(new RecordKey("a-portal", "a-stream", "BICCO/2026/1"));
        assertThat(record.place()).isEqualTo("1966");
        assertThat(record.field("disposed")).isNull();
        // 2 October, 4 and 11 October (Sundays) are no working days
        assertThat(record.field("due")).isEqualTo("2026-10-14");
        assertThat(record.attributes())
                .containsEntry("dueRule", "rtps-certificate")
                .containsEntry("channelDetail", "counter")
                .doesNotContainKeys("empty", "dueProvisional");
    }

    @Test
    void an_incomplete_application_has_no_due_date() throws Exception {
        assertThat(record(GOOD.replace("\"complete\":\"2026-10-01T10:00:00+05:30\",", ""))
                        .field("due"))
                .isNull();
    }

    @Test
    void a_due_date_beyond_the_years_of_the_calendar_is_marked_provisional() throws Exception {
        assertThat(record(GOOD.replace("\"complete\":\"2026-10-01", "\"complete\":\"2026-12-28"))
                        .attributes())
                .containsEntry("dueProvisional", "true");
    }

    @Test
    void a_block_that_cannot_be_resolved_leaves_the_record_with_its_district_and_says_so() throws Exception {
        CanonicalRecord record = record(GOOD.replace("Phulwari", "Qwertyuiop"));

        assertThat(record.place()).isEqualTo("212");
        assertThat(record.attributes()).containsEntry("placeUnresolved", "block Qwertyuiop");
    }

    @Test
    void an_unknown_district_refuses_the_record_and_offers_candidates() throws Exception {
        Rejection unknown = rejection(GOOD.replace("पटना", "Champaran"));

        assertThat(unknown.reason()).isEqualTo(Reason.UNMAPPED_PLACE);
        assertThat(unknown.field()).isEqualTo("district");
        assertThat(unknown.candidates()).startsWith("211", "213");
        assertThat(unknown.row()).isEqualTo(4);
    }

    @Test
    void a_record_without_place_belongs_to_none_but_an_empty_place_is_refused() throws Exception {
        assertThat(record(GOOD.replace("\"place\":{\"district\":\"पटना\",\"block\":\"Phulwari\"},", ""))
                        .place())
                .isNull();
        assertThat(rejection(GOOD.replace("\"पटना\"", "null").replace("\"Phulwari\"", "null"))
                        .reason())
                .isEqualTo(Reason.UNMAPPED_PLACE);
    }

    @Test
    void each_fault_has_its_own_reason_and_field() throws Exception {
        assertRejected(GOOD.replace("\"BICCO/2026/1\"", "null"), "sourceId", Reason.MISSING_KEY);
        assertRejected(
                GOOD.replace("\"2026-10-01T10:00:00.000001+05:30\"", "\"newest\""), "version", Reason.INVALID_VALUE);
        assertRejected(GOOD.replace("\"2026-10-01T10:00:00.000001+05:30\"", "null"), "version", Reason.MISSING_FIELD);
        assertRejected(GOOD.replace("\"case\"", "\"file\""), "kind", Reason.MAPPING_FAILED);
        assertRejected(
                GOOD.replace("\"2026-09-28T09:00:00+05:30\"", "\"28/09/2026\""), "registered", Reason.INVALID_VALUE);
        assertRejected(
                GOOD.replace("\"2026-09-28T09:00:00+05:30\"", "\"0001-01-01\""), "registered", Reason.INVALID_VALUE);
        assertRejected(
                GOOD.replace("\"registered\":\"2026-09-28T09:00:00+05:30\",", ""), "registered", Reason.MISSING_FIELD);
        assertRejected(GOOD.replace("\"mode\"", "\"speed\""), "speed", Reason.UNKNOWN_FIELD);
        assertRejected(GOOD.replace("\"mode\":\"normal\"", "\"due\":\"2026-10-02\""), "due", Reason.UNKNOWN_FIELD);
        assertRejected(GOOD.replace("\"normal\"", "[1]"), "mode", Reason.INVALID_VALUE);
        assertRejected(GOOD.replace("normal", "a\\u0000b"), "mode", Reason.INVALID_VALUE);
        assertRejected(GOOD.replace("\"pending\"", "\"parked\""), "status", Reason.UNMAPPED_CODE);
        assertRejected(GOOD.replace("\"pending\"", "\"rejected\""), "disposed", Reason.MISSING_FIELD);
        assertRejected(
                GOOD.replace("\"disposed\":null", "\"disposed\":\"2026-10-05\""), "disposed", Reason.INVALID_VALUE);
        assertRejected(GOOD.replace("\"block\"", "\"village\""), "village", Reason.MAPPING_FAILED);
    }

    private static void assertRejected(String draft, String field, Reason reason) throws Exception {
        Rejection rejection = rejection(draft);
        assertThat(rejection.reason()).as(draft).isEqualTo(reason);
        assertThat(rejection.field()).isEqualTo(field);
        assertThat(rejection.message()).isNotBlank().doesNotContain("parked", "28/09/2026");
    }
}
