package in.sangam.sandbox.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import in.sangam.sandbox.FilledSandbox;
import in.sangam.sandbox.RunningSandbox;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CpgramsPortalTest {

    private final RunningSandbox sandbox;

    CpgramsPortalTest() throws Exception {
        sandbox = RunningSandbox.get();
    }

    @AfterEach
    void clear() throws Exception {
        sandbox.clearFaults();
    }

    @Test
    void every_version_is_served_once_in_the_order_of_its_last_change() throws Exception {
        assertThat(numbers(walk("?state=BH&limit=70", 70))).isEqualTo(expected());
    }

    @Test
    void updated_since_is_inclusive_and_counts_in_the_total() throws Exception {
        List<JsonNode> all = walk("?limit=500", 500);
        JsonNode middle = all.get(all.size() / 2);
        String since = URLEncoder.encode(middle.get("last_updated").get("$date").textValue(), StandardCharsets.UTF_8);

        JsonNode page = RunningSandbox.json(sandbox.cpgrams("?limit=1&updatedSince=" + since));

        assertThat(page.get("grievances").get(0)).isEqualTo(middle);
        assertThat(page.get("total").intValue()).isEqualTo(all.size() - all.size() / 2);
    }

    @Test
    void dates_and_long_numbers_are_objects_as_in_an_export() throws Exception {
        JsonNode row = RunningSandbox.json(sandbox.cpgrams("?limit=1"))
                .get("grievances")
                .get(0);

        assertThat(row.get("recvd_date").get("$date").textValue())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}\\+0000");
        assertThat(row.get("CategoryV7").get("$numberLong").textValue()).matches("\\d+");
        assertThat(row.get("state").textValue()).isEqualTo("BH");
        assertThat(row.has("district_code")).isFalse();
    }

    @Test
    void another_state_has_no_grievances_here() throws Exception {
        JsonNode page = RunningSandbox.json(sandbox.cpgrams("?state=UP"));

        assertThat(page.get("total").intValue()).isZero();
        assertThat(page.get("grievances")).isEmpty();
    }

    @Test
    void the_key_is_required() throws Exception {
        String url = sandbox.address("cpgrams.url") + "/api/grievances";

        assertThat(sandbox.ask("GET", url).statusCode()).isEqualTo(401);
        assertThat(sandbox.ask("GET", url, "X-API-Key", "wrong").statusCode()).isEqualTo(401);
    }

    @Test
    void after_a_repeated_page_only_the_end_of_that_walk_is_missing() throws Exception {
        sandbox.fault("cpgrams", "repeat-page", 1);

        List<String> walked = numbers(walk("?limit=50", 50));

        List<String> expected = expected();
        assertThat(walked.subList(50, 100)).isEqualTo(walked.subList(0, 50)).isEqualTo(expected.subList(0, 50));
        assertThat(walked.subList(50, walked.size())).isEqualTo(expected.subList(0, walked.size() - 50));
    }

    /** Walks as a client does that trusts offset and total. */
    private List<JsonNode> walk(String query, int limit) throws Exception {
        List<JsonNode> rows = new ArrayList<>();
        int total = Integer.MAX_VALUE;
        for (int skip = 0; skip < total; skip += limit) {
            JsonNode page = RunningSandbox.json(sandbox.cpgrams(query + "&skip=" + skip));
            total = page.get("total").intValue();
            page.get("grievances").forEach(rows::add);
        }
        return rows;
    }

    private static List<String> numbers(List<JsonNode> rows) {
        return rows.stream().map(row -> row.get("registration_no").textValue()).toList();
    }

    private List<String> expected() throws Exception {
        return FilledSandbox.rows(
                        sandbox.owner(),
                        "select registration_no from cpgrams.grievance_version order by last_updated, registration_no")
                .stream()
                .map(row -> row.get(0))
                .toList();
    }
}
