package in.sangam.kit.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import in.sangam.kit.Ask;
import in.sangam.kit.ShippedConnectors;
import in.sangam.kit.Stream;
import in.sangam.kit.edge.UnreadablePage.Cause;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EdgeTest {

    private static final Instant NOW = Instant.parse("2026-10-31T12:30:00Z");
    private static final Stream REST = ShippedConnectors.stream("rtps", "applications");
    private static final Stream SOAP = ShippedConnectors.stream("hrms", "salary-cases");
    private static final Stream SQL = ShippedConnectors.stream("lok-shikayat", "complaints");
    private static final Stream OFFSET = ShippedConnectors.stream("cpgrams", "grievances");
    private static final String ROW =
            "{\"application_no\":\"A/2026/1\",\"applicant_name\":\"सुनीता देवी\",\"updated_at\":\"2026-10-01T10:00:00.000001+05:30\"}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            EMPTY      | ''
            EMPTY      | '   '
            HTML       | '<!DOCTYPE html><html><body>Under maintenance</body></html>'
            TRUNCATED  | '{"data":[{"application_no":"A'
            TRUNCATED  | '{"data":[{"application_no":"A"}'
            NOT_JSON   | '{"data":[}'
            NOT_JSON   | '{"data":[],"next":null} trailing'
            NO_RECORDS | '{"rows":[]}'
            NO_RECORDS | '{"data":null}'
            NO_RECORDS | '[]'
            """)
    void an_answer_that_is_no_page_of_json_is_refused_whole(Cause cause, String answer) {
        assertThat(refusal(REST, answer.getBytes(StandardCharsets.UTF_8)).code())
                .isEqualTo(cause);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            EMPTY      | ''
            HTML       | '<html><body>Under maintenance</body></html>'
            TRUNCATED  | '<GetSalaryCasesResponse xmlns="urn:hrms:employee:1"><SalaryCase><caseNo>1</caseNo>'
            TRUNCATED  | '<GetSalaryCasesResponse xmlns="urn:hrms:employee:1"><SalaryCase><caseNo>1</case'
            TRUNCATED  | '<GetSalaryCasesResponse xmlns="urn:hrms:employee:1"><SalaryCase><employeeName>सीता देवी</employeeName>'
            NOT_XML    | '<GetSalaryCasesResponse xmlns="urn:hrms:employee:1"><SalaryCase><caseNo>1 & 2</caseNo></SalaryCase></GetSalaryCasesResponse>'
            NO_RECORDS | '<SomethingElse/>'
            NOT_XML    | '<GetSalaryCasesResponse><a></b></GetSalaryCasesResponse>   '
            """)
    void an_answer_that_is_no_page_of_xml_is_refused_whole(Cause cause, String answer) {
        assertThat(refusal(SOAP, answer.getBytes(StandardCharsets.UTF_8)).code())
                .isEqualTo(cause);
    }

    @Test
    void an_answer_in_another_charset_is_refused() {
        byte[] answer = "{\"data\":[{\"district\":\"Gayà\"}]}".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(refusal(REST, answer).code()).isEqualTo(Cause.WRONG_CHARSET);
        assertThat(rows("{\"data\":[" + ROW + "]}", StandardCharsets.UTF_16)).hasSize(1);
    }

    @Test
    void the_same_unreadable_answer_has_the_same_hash_and_its_sentence_quotes_nothing() {
        byte[] answer = "{\"data\":[{\"name\":\"Sunita Devi\" oops".getBytes(StandardCharsets.UTF_8);

        assertThat(refusal(REST, answer).contentHash())
                .isEqualTo(refusal(REST, answer.clone()).contentHash());
        assertThat(refusal(REST, answer)).hasMessageNotContaining("Sunita");
    }

    @Test
    void entities_of_a_document_type_are_not_read() {
        String bomb = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
                + "<GetSalaryCasesResponse xmlns=\"urn:hrms:employee:1\"><SalaryCase><caseNo>&e;</caseNo></SalaryCase>"
                + "</GetSalaryCasesResponse>";

        assertThat(refusal(SOAP, bomb.getBytes(StandardCharsets.UTF_8)).code()).isEqualTo(Cause.DOCTYPE);
    }

    @Test
    void hindi_text_arrives_unharmed_and_persons_do_not_arrive() {
        assertThat(rows(
                                "{\"data\":[{\"application_no\":\"1\",\"district\":\"पटना\",\"applicant_name\":\"सुनीता\"}]}",
                                StandardCharsets.UTF_8)
                        .get(0)
                        .toString())
                .isEqualTo("{\"application_no\":\"1\",\"district\":\"पटना\",\"applicant_name\":\"***\"}");
    }

    @Test
    void a_poll_follows_the_next_link_of_its_own_portal_only() throws Exception {
        Stream applications = ShippedConnectors.stream("rtps", "applications");
        Ask ask = applications.firstAsk(null, NOW);

        assertThat(read(applications, ask, "{\"data\":[" + ROW + "],\"next\":\"?page=2\"}")
                        .next())
                .extracting(Ask::token)
                .asString()
                .endsWith("?page=2");
        assertThat(read(applications, ask, "{\"data\":[" + ROW + "],\"next\":null}")
                        .next())
                .isNull();
        assertThat(refusal(REST, "{\"data\":[],\"next\":\"http://evil.example/\"}".getBytes(StandardCharsets.UTF_8))
                        .code())
                .isEqualTo(Cause.FOREIGN_NEXT);
    }

    @Test
    void a_poll_by_offset_ends_at_the_total() throws Exception {
        Ask ask = OFFSET.firstAsk(null, NOW);
        Ask second = read(OFFSET, ask, "{\"total\":3,\"grievances\":[{},{}]}").next();

        assertThat(second).extracting(Ask::offset).isEqualTo(2L);
        assertThat(read(OFFSET, second, "{\"total\":3,\"grievances\":[{}]}").next())
                .isNull();
        assertThat(read(OFFSET, second, "{\"grievances\":[{}]}").next()).isNotNull();
        assertThat(read(OFFSET, second, "{\"grievances\":[]}").next()).isNull();
    }

    @Test
    void fewer_rows_than_the_portal_says_are_no_end() {
        byte[] answer = "{\"total\":3,\"grievances\":[]}".getBytes(StandardCharsets.UTF_8);

        assertThat(refusal(OFFSET, answer).code()).isEqualTo(Cause.MISSING_ROWS);
    }

    @Test
    void the_cursor_is_the_highest_value_and_one_far_ahead_does_not_count() throws Exception {
        String answer =
                "{\"data\":[{\"updated_at\":\"2026-10-02T00:00:00+05:30\"},{\"updated_at\":\"2026-10-01T00:00:00+05:30\"},"
                        + "{\"updated_at\":\"2099-01-01T00:00:00+05:30\"},{\"updated_at\":\"soon\"},{}]}";

        assertThat(read(REST, REST.firstAsk(null, NOW), answer).cursorTo())
                .isEqualTo("2026-10-02T00:00:00.000000+05:30");
    }

    @Test
    void rows_of_xml_keep_nil_absent_and_repeated_apart() throws Exception {
        String answer = "<GetSalaryCasesResponse xmlns=\"urn:hrms:employee:1\""
                + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><SalaryCase><caseNo>1</caseNo>"
                + "<resolvedOn xsi:nil=\"true\"/><note>a</note><note>b &amp; c</note><office/></SalaryCase>"
                + "<nextKey>k2</nextKey></GetSalaryCasesResponse>";
        Fetched fetched = read(SOAP, SOAP.firstAsk(null, NOW), answer);

        assertThat(fetched.rows().get(0).toString())
                .isEqualTo("{\"caseNo\":\"1\",\"resolvedOn\":null,\"note\":[\"a\",\"b & c\"],\"office\":\"\"}");
        assertThat(fetched.next()).extracting(Ask::token).isEqualTo("k2");
    }

    @Test
    void rows_of_a_database_become_json_and_a_full_answer_goes_on_behind_its_last_row() {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("change_no", 7L);
        row.put("complaint_no", "BLS/1");
        row.put("filed_on", Timestamp.from(Instant.parse("2026-10-01T00:00:00.5Z")));
        row.put("amount", new BigDecimal("1.10"));
        row.put("disposed_on", null);
        @SuppressWarnings("unchecked")
        Map<String, Object>[] full = new Map[2000];
        Arrays.fill(full, row);
        Ask ask = SQL.firstAsk(null, NOW);
        Fetched one = SQL.edge().read(ask, List.of(row), NOW);
        Fetched many = SQL.edge().read(ask, List.of(full), NOW);

        assertThat(one.rows().get(0).toString())
                .isEqualTo("{\"change_no\":7,\"complaint_no\":\"BLS/1\",\"filed_on\":\"2026-10-01T05:30:00.500+05:30\","
                        + "\"amount\":1.10,\"disposed_on\":null}");
        assertThat(one.cursorTo()).isEqualTo("7");
        assertThat(one.next()).isNull();
        assertThat(many.next()).extracting(Ask::cursor).isEqualTo("7");
        assertThat(one.sourceHash())
                .isEqualTo(SQL.edge()
                        .read(ask, List.of(new LinkedHashMap<>(row)), NOW)
                        .sourceHash());
    }

    private static List<com.fasterxml.jackson.databind.JsonNode> rows(String answer, Charset charset) {
        try {
            return REST.edge()
                    .read(REST.firstAsk(null, NOW), answer.getBytes(charset), NOW)
                    .rows();
        } catch (UnreadablePage e) {
            throw new AssertionError(e);
        }
    }

    private static Fetched read(Stream stream, Ask ask, String answer) throws UnreadablePage {
        return stream.edge().read(ask, answer.getBytes(StandardCharsets.UTF_8), NOW);
    }

    private static UnreadablePage refusal(Stream stream, byte[] answer) {
        return catchThrowableOfType(
                UnreadablePage.class, () -> stream.edge().read(stream.firstAsk(null, NOW), answer, NOW));
    }
}
