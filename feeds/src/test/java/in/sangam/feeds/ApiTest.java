package in.sangam.feeds;

import static in.sangam.feeds.TestHub.permit;
import static in.sangam.feeds.TestHub.rejection;
import static in.sangam.feeds.TestHub.total;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import in.sangam.core.kpi.Fraction;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The API over real HTTP: ranking, explanation, records, formats, problems. */
class ApiTest {

    private static final TestHub HUB = new TestHub();

    @BeforeAll
    static void three_districts_with_permits() {
        HUB.store(
                // Aamgaon: 3 decided in October, 2 in time; 3 open at its end, 1 beyond the limit
                permit("P/2026/1", "1011", "2026-10-01", "2026-10-08"),
                permit("P/2026/2", "1011", "2026-10-01", "2026-10-11"),
                permit("P/2026/3", "1012", "2026-09-01", "2026-10-20"),
                permit("P/2026/4", "1012", "2026-10-01", null),
                permit("P/2026/5", "101", "2026-10-25", null),
                permit("P/2026/6", "1011", "2026-10-28", null),
                // Belpur: decided in time and nothing open
                permit("P/2026/7", "102", "2026-10-05", "2026-10-06"),
                // Chandanpur: nothing decided in October, 1 of 1 open beyond
                permit("P/2026/8", "103", "2026-08-01", "2026-08-03"),
                permit("P/2026/9", "103", "2026-09-01", null));
        HUB.store(total("101", "2026-10-01", 3, 0, 4), total("103", "2026-10-01", 0, 0, 1));
        HUB.store(List.of(), List.of(rejection(1, "district", "=Nowhere"), rejection(2, "district", "Elsewhere")));
    }

    @AfterAll
    static void close() {
        HUB.close();
    }

    @Test
    void the_ranking_counts_to_the_as_of_day_and_says_so() {
        JsonNode answer = HUB.json("/api/v1/ranking");

        assertThat(answer.path("asOf").asText()).isEqualTo("2026-10-31T18:00:00+05:30");
        assertThat(answer.path("changeNo").asLong()).isPositive();
        List<JsonNode> rows = rows(answer);
        assertThat(rows).extracting(row -> row.path("place").asText()).containsExactly("102", "101", "103", "104");
        assertThat(rows).extracting(row -> row.path("rank").asText()).containsExactly("1", "2", "3", "null");
        // (60 × 10·2/3 + 40 × 10·2/3) / 100
        assertThat(rows.get(1).path("marks").asText()).isEqualTo("6.67");
        assertThat(rows.get(1).path("marksExact").asText()).isEqualTo("20/3");
        assertThat(rows.get(1).path("grade").asText()).isEqualTo("B");
        assertThat(rows.get(3).path("marks").isNull()).isTrue();
    }

    @Test
    void a_kpi_that_does_not_apply_leaves_the_mark_to_the_others() {
        JsonNode answer = HUB.json("/api/v1/explain?place=102");

        assertThat(answer.path("mark").asText()).isEqualTo("10.00");
        assertThat(rows(answer, "lines"))
                .extracting(line -> line.path("share").asText())
                .containsExactly("1", "0");
    }

    @Test
    void the_lines_of_every_explanation_add_up_to_the_mark_to_the_last_digit() {
        int explained = 0;
        for (String place : List.of("10", "10-north", "10-south", "101", "102", "103")) {
            for (String kpi : List.of("", "&kpi=permits-in-time", "&kpi=permits-beyond-limit")) {
                JsonNode answer = HUB.json("/api/v1/explain?place=" + place + kpi);
                if (answer.hasNonNull("mark")) {
                    BigDecimal shown = rows(answer, "lines").stream()
                            .map(line -> new BigDecimal(line.path("points").asText()))
                            .reduce(BigDecimal.ZERO, BigDecimal::add);
                    Fraction exact = rows(answer, "lines").stream()
                            .map(line -> fraction(line.path("pointsExact").asText()))
                            .reduce(Fraction.ZERO, Fraction::plus);
                    assertThat(shown).isEqualByComparingTo(answer.path("mark").asText());
                    assertThat(exact)
                            .isEqualTo(fraction(answer.path("markExact").asText()));
                    explained++;
                }
            }
        }
        assertThat(explained).isGreaterThan(10);
    }

    @Test
    void the_records_behind_a_reconciled_count_are_listed_and_a_stream_is_pulled_again_with_a_reason() {
        JsonNode pending = HUB.json(
                "/api/v1/reconciliation/records?portal=alpha&day=2026-10-01&measure=received&place=101&service=S1");
        assertThat(rows(pending))
                .filteredOn(row -> row.path("counted").asBoolean())
                .extracting(row -> row.path("sourceId").asText())
                .containsExactly("P/2026/1", "P/2026/2", "P/2026/4");
        assertThat(rows(pending))
                .filteredOn(row -> !row.path("counted").asBoolean())
                .extracting(row -> row.path("reason").asText())
                .contains("UNMAPPED_PLACE district");

        String stream = "{\"portal\":\"alpha\",\"stream\":\"permits\"";
        assertThat(HUB.post("/api/v1/reconciliation/pull-again", stream + "}").statusCode())
                .isEqualTo(400);
        assertThat(HUB.post("/api/v1/reconciliation/pull-again", stream + ",\"reason\":\"two are missing\"}")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_kpi_is_taken_apart_by_the_places_below_and_what_names_none() {
        JsonNode answer = HUB.json("/api/v1/explain?place=101&kpi=permits-beyond-limit&period=2026-10");

        Map<String, String> denominators = new HashMap<>();
        rows(answer, "lines")
                .forEach(line -> denominators.put(
                        line.path("place").asText(), line.path("denominator").asText()));
        assertThat(denominators).isEqualTo(Map.of("1011", "1", "1012", "1", "null", "1"));
        assertThat(answer.path("value").path("numerator").asText()).isEqualTo("1");
        assertThat(answer.path("value").path("denominator").asText()).isEqualTo("3");
        assertThat(rows(answer, "sources"))
                .extracting(source -> source.path("stream").asText())
                .containsExactly("permits");
    }

    @Test
    void the_records_behind_every_number_add_up_to_it() {
        int numbers = 0;
        for (JsonNode value : rows(HUB.json("/api/v1/kpi-values"))) {
            for (String part : List.of("numerator", "denominator")) {
                if (value.hasNonNull(part)) {
                    JsonNode listed = HUB.json("/api/v1/records?kpi="
                            + value.path("kpi").asText() + "&place="
                            + value.path("place").asText() + "&part=" + part);
                    BigDecimal sum = rows(listed).stream()
                            .map(row -> new BigDecimal(row.path("amount").asText()))
                            .reduce(BigDecimal.ZERO, BigDecimal::add);
                    assertThat(sum).isEqualByComparingTo(value.path(part).asText());
                    numbers++;
                }
            }
        }
        assertThat(numbers).isGreaterThan(30);
    }

    @Test
    void a_list_of_records_goes_on_where_it_ended() {
        JsonNode first = HUB.json("/api/v1/records?kpi=permits-open&place=10&limit=3");
        JsonNode second = HUB.json(first.path("next").asText());

        assertThat(rows(first)).hasSize(3);
        assertThat(rows(second))
                .extracting(row -> row.path("sourceId").asText())
                .containsExactly("P/2026/9");
        assertThat(second.has("next")).isFalse();
    }

    @Test
    void a_stock_of_a_past_month_is_what_it_was_then() {
        JsonNode august = HUB.json("/api/v1/kpi-values?kpi=permits-open&place=103&period=2026-08");
        JsonNode september = HUB.json("/api/v1/kpi-values?kpi=permits-open&place=103&period=2026-09");

        assertThat(rows(august).get(0).path("numerator").asText()).isEqualTo("0");
        assertThat(rows(september).get(0).path("numerator").asText()).isEqualTo("1");
    }

    @Test
    void a_record_with_slashes_in_its_key_is_found_as_it_is_and_percent_encoded() {
        JsonNode plain = HUB.json("/api/v1/cases/alpha/P/2026/3");
        JsonNode encoded = HUB.json("/api/v1/cases/alpha/P%2F2026%2F3");

        assertThat(plain).isEqualTo(encoded);
        assertThat(plain.path("place").asText()).isEqualTo("1012");
        assertThat(plain.path("lineage").path("sourceHash").asText()).isEqualTo("ab".repeat(32));
        assertThat(plain.path("history").get(0).path("page").asText())
                .isEqualTo(plain.path("lineage").path("id").asText());
        assertThat(plain.path("contributions")).hasSizeGreaterThan(3);
    }

    @Test
    void a_new_version_stands_in_the_history_above_the_old_one() {
        HUB.store(permit("P/2026/40", 1, "104", "2026-11-01", null));
        HUB.store(permit("P/2026/40", 2, "104", "2026-11-01", "2026-11-02"));

        JsonNode record = HUB.json("/api/v1/cases/alpha/P/2026/40");

        assertThat(record.path("version").asText()).isEqualTo("2");
        assertThat(record.path("history").findValuesAsText("version")).containsExactly("2", "1");
        assertThat(record.path("history").findValuesAsText("status")).containsExactly("disposed", "pending");
    }

    @Test
    void an_unknown_record_is_a_problem_with_status_404() {
        HttpResponse<String> answer = HUB.get("/api/v1/cases/alpha/P/2026/999");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    }

    @Test
    void a_wrong_parameter_is_a_problem_that_names_it_and_the_valid_values() {
        assertThat(problem("/api/v1/explain?place=Aamgaon").path("valid").get(0).asText())
                .isEqualTo("101 (Aamgaon, district)");
        assertThat(problem("/api/v1/kpi-values?kpi=permits-intime")
                        .path("valid")
                        .toString())
                .contains("permits-in-time");
        assertThat(problem("/api/v1/ranking?subject=post").path("detail").asText())
                .contains("No KPI is declared for a post");
        assertThat(problem("/api/v1/ranking?period=2026-13").path("parameter").asText())
                .isEqualTo("period");
        assertThat(problem("/api/v1/ranking?period=2027-01").path("detail").asText())
                .contains("after the as-of month");
        assertThat(problem("/api/v1/ranking?perod=2026-10").path("parameter").asText())
                .isEqualTo("perod");
        assertThat(problem("/api/v1/records?kpi=permits-open&place=10&part=denominator")
                        .path("valid")
                        .get(0)
                        .asText())
                .isEqualTo("numerator");
        assertThat(HUB.get("/api/v1/ranking?format=pdf").body()).contains("[\"json\",\"csv\",\"xlsx\"]");
        assertThat(problem("/api/v1/explain").path("parameter").asText()).isEqualTo("place");
        assertThat(problem("/api/v1/changes?after=soon").path("parameter").asText())
                .isEqualTo("after");
    }

    private static JsonNode problem(String path) {
        HttpResponse<String> answer = HUB.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(400);
        return HUB.json(path);
    }

    @Test
    void the_same_address_gives_csv_by_parameter_and_by_accept() {
        HttpResponse<String> byParameter = HUB.get("/api/v1/ranking?format=csv");
        HttpResponse<String> byAccept = HUB.get("/api/v1/ranking", "Accept", "text/csv");

        assertThat(byParameter.body()).isEqualTo(byAccept.body());
        assertThat(byParameter.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("text/csv")
                .containsIgnoringCase("utf-8");
        assertThat(byParameter.headers().firstValue("Sangam-As-Of")).hasValue("2026-10-31T18:00+05:30");
        assertThat(byParameter.body().lines().findFirst().orElseThrow()).startsWith("rank,change,place,nameEn,nameHi");
        assertThat(byParameter.body()).contains("बेलपुर");
    }

    @Test
    void a_cell_that_a_spreadsheet_would_take_for_a_formula_is_made_harmless() {
        HUB.store(
                List.of(),
                List.of(new in.sangam.core.page.Rejection(
                        9,
                        "=HYPERLINK(\"http://x\")",
                        "@field",
                        in.sangam.core.page.Rejection.Reason.INVALID_VALUE,
                        "-1 is no date",
                        List.of(),
                        com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode())));

        String csv = HUB.get("/api/v1/quarantine?format=csv").body();

        assertThat(csv)
                .contains("\"'=HYPERLINK(\"\"http://x\"\")\",")
                .contains(",'@field,")
                .contains(",'-1 is no date,");
    }

    @Test
    void the_same_address_gives_a_spreadsheet(@TempDir Path folder) throws IOException {
        HttpResponse<byte[]> answer = HUB.bytes("/api/v1/ranking?format=xlsx");

        Path file = Files.write(folder.resolve("ranking.xlsx"), answer.body());
        Map<String, String> parts = new HashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                parts.put(
                        entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(parts.get("xl/worksheets/sheet1.xml")).contains("<v>6.67</v>");
        assertThat(parts.get("xl/sharedStrings.xml")).contains("Belpur", "&#x92c;&#x947;&#x932;");
    }

    @Test
    void an_answer_that_the_caller_has_is_not_sent_again() {
        for (String path : List.of("/api/v1/ranking", "/api/v1/kpis?format=csv", "/api/v1/ranking?format=xlsx")) {
            // Figures may be a second old: those of the first answer may be read anew before the second is asked for.
            await().untilAsserted(() -> {
                String etag = HUB.get(path).headers().firstValue("ETag").orElseThrow();
                assertThat(etag).startsWith("\"");
                assertThat(HUB.get(path, "If-None-Match", etag).statusCode())
                        .as(path)
                        .isEqualTo(304);
            });
        }
    }

    @Test
    void another_state_of_the_store_gives_another_etag() {
        String before =
                HUB.get("/api/v1/kpi-values").headers().firstValue("ETag").orElseThrow();

        HUB.store(permit("P/2026/50", "104", "2026-12-01", null));

        await().untilAsserted(
                        () -> assertThat(HUB.get("/api/v1/kpi-values").headers().firstValue("ETag"))
                                .isNotEqualTo(java.util.Optional.of(before)));
    }

    @Test
    void a_reconciliation_puts_the_portals_counts_beside_the_hubs() {
        List<JsonNode> lines = rows(HUB.json("/api/v1/reconciliation?portal=alpha&day=2026-10-01"));

        JsonNode pending = lines.stream()
                .filter(line -> line.path("place").asText().equals("101"))
                .filter(line -> line.path("measure").asText().equals("pending"))
                .findFirst()
                .orElseThrow();
        assertThat(pending.path("counted").asLong()).isEqualTo(4);
        assertThat(pending.path("difference").asLong()).isZero();
        assertThat(rows(HUB.json("/api/v1/reconciliation?portal=alpha&day=2026-10-01&differences=true")))
                .isEmpty();
    }

    @Test
    void a_reconciliation_lists_what_differs_and_takes_what_is_not_reported_anew_as_unchanged() {
        HUB.store(total("101", "2026-10-28", 2, 0, 3));

        List<JsonNode> lines = rows(HUB.json("/api/v1/reconciliation?portal=alpha&day=2026-10-28&differences=true"));

        assertThat(lines)
                .extracting(line -> line.path("place").asText() + " "
                        + line.path("measure").asText() + " "
                        + line.path("difference").asText())
                .containsExactly("101 received -1");
    }

    @Test
    void quarantine_lists_reason_candidates_and_the_masked_row() {
        JsonNode entry = rows(HUB.json("/api/v1/quarantine?reason=UNMAPPED_PLACE")).stream()
                .filter(row -> row.path("sourceId").asText().equals("P/2026/2"))
                .findFirst()
                .orElseThrow();

        assertThat(entry.path("candidates").get(0).asText()).isEqualTo("101");
        assertThat(entry.path("maskedRow").path("district").asText()).isEqualTo("Elsewhere");
    }

    @Test
    void accounts_balance_per_portal_stream_and_day() {
        for (JsonNode line : rows(HUB.json("/api/v1/accounts?portal=alpha"))) {
            assertThat(line.path("received").asLong())
                    .isPositive()
                    .isEqualTo(line.path("stored").asLong()
                            + line.path("unchanged").asLong()
                            + line.path("superseded").asLong()
                            + line.path("quarantined").asLong());
        }
    }

    @Test
    void connectors_say_what_they_promise() {
        JsonNode stream = rows(HUB.json("/api/v1/connectors")).get(0);

        assertThat(stream.path("titleHi").asText()).isEqualTo("अल्फा अनुज्ञा");
        assertThat(stream.path("promisedSeconds").asLong()).isEqualTo(1800);
        assertThat(stream.path("state").asText()).isEqualTo("never");
    }

    @Test
    void the_units_of_a_department_and_what_none_of_them_can_be_given_add_up_to_the_state() {
        for (String kpi : List.of("permits-in-time", "permits-beyond-limit", "permits-open")) {
            JsonNode whole = rows(HUB.json("/api/v1/kpi-values?place=10&period=2026-10&kpi=" + kpi))
                    .get(0);
            for (String level : List.of("beat", "post")) {
                List<JsonNode> rows =
                        rows(HUB.json("/api/v1/kpi-values?period=2026-10&tree=guards&level=" + level + "&kpi=" + kpi));
                assertThat(sum(rows, "numerator"))
                        .isEqualByComparingTo(whole.path("numerator").asText());
                if (whole.hasNonNull("denominator")) {
                    assertThat(sum(rows, "denominator"))
                            .isEqualByComparingTo(whole.path("denominator").asText());
                }
            }
        }
        // Khas has 1011 and, from October, 102; one open permit names Aamgaon alone, 1012 is nobody's
        List<JsonNode> open =
                rows(HUB.json("/api/v1/kpi-values?tree=guards&level=post&period=2026-10&kpi=permits-open"));
        assertThat(open)
                .extracting(row -> row.path("place").asText()
                        + ' '
                        + row.path("numerator").asText()
                        + ' '
                        + row.path("state").asText())
                .containsExactly(
                        "unit/guards/C 1 measured",
                        "unit/guards/K 1 measured",
                        "101 1 not-named-further",
                        "101 1 in-no-unit");
        assertThat(rows(HUB.json("/api/v1/kpi-values?tree=guards&level=post&period=2026-09&kpi=permits-open"))
                        .get(1)
                        .path("placeName")
                        .asText())
                .isEqualTo("Khas post");
    }

    @Test
    void the_units_of_a_department_are_ranked_explained_and_followed_to_their_records() {
        JsonNode ranking = HUB.json("/api/v1/ranking?tree=guards&level=post&period=2026-10");
        assertThat(rows(ranking))
                .extracting(row -> row.path("place").asText()
                        + ' '
                        + row.path("rank").asText()
                        + ' '
                        + row.path("marks").asText())
                .containsExactly("unit/guards/K 1 10.00", "unit/guards/C 2 0.00");
        String unit = "place=unit/guards/K&period=2026-10";
        JsonNode why = HUB.json("/api/v1/explain?" + unit);
        assertThat(why.path("mark").asText()).isEqualTo("10.00");
        assertThat(rows(why, "beside"))
                .extracting(row -> row.path("kpi").asText()
                        + ' '
                        + row.path("place").asText()
                        + ' '
                        + row.path("denominator").asText())
                .as("one open permit may be its own, but names no block")
                .containsExactly("permits-beyond-limit 101 1");
        assertThat(HUB.json("/api/v1/explain?place=unit/guards/C&period=2026-10")
                        .path("oneRankUp")
                        .path("ahead")
                        .asText())
                .isEqualTo("unit/guards/K");
        assertThat(rows(HUB.json("/api/v1/explain?kpi=permits-in-time&" + unit), "lines"))
                .extracting(line -> line.path("place").asText()
                        + ' '
                        + line.path("denominator").asText())
                .containsExactly("1011 2", "102 1");
        assertThat(rows(HUB.json("/api/v1/records?part=denominator&kpi=permits-in-time&" + unit)))
                .extracting(row -> row.path("sourceId").asText())
                .containsExactly("P/2026/1", "P/2026/2", "P/2026/7");
        assertThat(rows(HUB.json("/api/v1/units?tree=guards&level=post&day=2026-09-30")))
                .extracting(row -> row.path("nameEn").asText())
                .containsExactly("Chandanpur post", "Khas post");
        assertThat(HUB.get("/places/unit/guards/K?period=2026-10").body()).contains("Khas and Belpur post");
        assertThat(HUB.get("/api/v1/ranking?tree=guard").body()).contains("guards");
        assertThat(HUB.get("/api/v1/ranking?tree=guards").body()).contains("several levels", "beat", "post");
    }

    private static BigDecimal sum(List<JsonNode> rows, String member) {
        return rows.stream()
                .filter(row -> row.hasNonNull(member))
                .map(row -> new BigDecimal(row.path(member).asText()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void openapi_describes_every_address() {
        JsonNode paths = HUB.json("/api/v1/openapi.json").path("paths");

        assertThat(paths.fieldNames())
                .toIterable()
                .contains(
                        "/api/v1/kpis",
                        "/api/v1/kpi-values",
                        "/api/v1/ranking",
                        "/api/v1/explain",
                        "/api/v1/records",
                        "/api/v1/changes",
                        "/api/v1/connectors",
                        "/api/v1/quarantine",
                        "/api/v1/reconciliation",
                        "/api/v1/accounts")
                .anyMatch(path -> path.startsWith("/api/v1/cases/"));
    }

    static List<JsonNode> rows(JsonNode answer) {
        return rows(answer, "data");
    }

    private static List<JsonNode> rows(JsonNode answer, String member) {
        assertThat(answer.has(member)).as(answer.toString()).isTrue();
        List<JsonNode> rows = new java.util.ArrayList<>();
        answer.path(member).forEach(rows::add);
        return rows;
    }

    private static Fraction fraction(String text) {
        String[] parts = text.split("/");
        return new Fraction(new BigInteger(parts[0]), parts.length == 1 ? BigInteger.ONE : new BigInteger(parts[1]));
    }
}
