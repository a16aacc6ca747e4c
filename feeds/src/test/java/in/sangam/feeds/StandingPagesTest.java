package in.sangam.feeds;

import static in.sangam.feeds.TestHub.permit;
import static org.assertj.core.api.Assertions.assertThat;

import in.sangam.core.record.CanonicalRecord;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** Pages of posts, of months under two methods, and of signals, with a configuration that declares them. */
class StandingPagesTest {

    private static final String BY_POST =
            """
            kpi: permits-by-post
            order: 9
            name: {en: Permits of the post, hi: पद की अनुज्ञाएँ}
            sector: Services
            department: Department of Permits
            project: Permits
            unit: percent
            direction: higher
            ranked: true
            weight: 100
            owner: Permit officer
            subject: post
            numerator: sum permit.by-post
            denominator: 4
            marks: {linear: {worst: 0, best: 1}}
            """;

    @TempDir
    static Path folder;

    private static TestHub hub;

    @BeforeAll
    static void posts_and_a_method_that_changes_in_october() throws IOException {
        FileSystemUtils.copyRecursively(TestHub.CONFIG, folder);
        Path kpis = folder.resolve("kpis");
        Files.writeString(kpis.resolve("permits-by-post.yaml"), BY_POST);
        Path measures = kpis.resolve("measures.yaml");
        Files.writeString(
                measures,
                Files.readString(measures) + "permit.by-post: {of: permit, flow: disposed, by: [place, post]}\n");
        String inTime = Files.readString(kpis.resolve("permits-in-time.yaml"));
        Files.writeString(kpis.resolve("permits-in-time.yaml"), inTime.stripTrailing() + "\nto: 2026-09-30\n");
        Files.writeString(
                kpis.resolve("permits-in-time-from-october.yaml"),
                inTime.replace("worst: 0,", "worst: 0.5,").stripTrailing() + "\nfrom: 2026-10-01\n");
        hub = new TestHub(folder);
        List<CanonicalRecord> records = new ArrayList<>(List.of(
                permit("P/1", "101", "2026-09-01", "2026-09-05"), permit("P/2", "101", "2026-09-01", "2026-09-25")));
        for (int i = 0; i < 3; i++) {
            records.add(at("PO-1", permit("Q/" + i, "101", "2026-10-01", "2026-10-05")));
        }
        records.add(at("PO 2/x", permit("Q/3", "101", "2026-10-01", "2026-10-25")));
        for (int i = 0; i < 12; i++) {
            records.add(permit("B/" + i, "102", "2026-10-25", "2026-10-30"));
        }
        hub.store(records.toArray(CanonicalRecord[]::new));
    }

    private static CanonicalRecord at(String post, CanonicalRecord permit) {
        return permit.with(Map.of("post", post));
    }

    @AfterAll
    static void close() {
        if (hub != null) {
            hub.close();
        }
    }

    private static String page(String path) {
        HttpResponse<String> answer = hub.get(path);
        assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static String linked(String page, String part) {
        Matcher link = Pattern.compile("href=\"([^\"]*" + Pattern.quote(part) + "[^\"]*)\"")
                .matcher(page);
        assertThat(link.find()).as(part + " in " + page).isTrue();
        return link.group(1).replace("&amp;", "&");
    }

    /** Returns the cells of the first row that has a text in it. */
    private static List<String> row(String page, String text) {
        for (String row : page.substring(page.indexOf("<tbody>")).split("<tr>")) {
            if (row.contains(text)) {
                return Pattern.compile("<t[dh][^>]*>(.*?)</t[dh]>", Pattern.DOTALL)
                        .matcher(row)
                        .results()
                        .map(cell -> cell.group(1).replaceAll("<[^>]*>", "").strip())
                        .toList();
            }
        }
        throw new AssertionError("No row with " + text + " in " + page);
    }

    @Test
    void posts_are_ranked_and_each_mark_leads_to_its_lines_and_to_the_records() {
        String posts = page(linked(page("/"), "/posts?"));
        assertThat(posts.indexOf("PO-1")).isPositive().isLessThan(posts.indexOf("PO 2/x"));
        assertThat(row(posts, ">PO-1<")).startsWith("1").contains("7.50", "B");
        assertThat(row(posts, ">PO 2/x<")).startsWith("2").contains("2.50", "D");

        String post = page(linked(posts, "/posts/PO%202/x"));
        assertThat(post).contains("<h1>PO 2/x</h1>", "Permits of the post", "class=\"n total\">2.50<", "Rank 2 of 2");
        String records = page(linked(post, "part=numerator"));
        assertThat(records).contains(">Q/3<", "PO 2/x").doesNotContain(">Q/1<");
        assertThat(page(linked(records, "/posts/PO%202/x"))).contains("<h1>PO 2/x</h1>");
        assertThat(page("/posts?lang=hi")).contains("पदों की रैंकिंग", "पद की अनुज्ञाएँ");
        assertThat(page("/posts?period=2026-09")).contains("Nothing has been reported for any post yet");
        assertThat(hub.get("/posts/PO-9").statusCode()).isEqualTo(404);
    }

    @Test
    void a_month_stands_under_its_own_method_beside_the_one_that_is_chosen() {
        assertThat(page(linked(page("/places/101"), "/compare?"))).contains("Aamgaon", "October 2026 to October 2026");
        assertThat(row(page("/compare?place=101&method=2026-09"), ">October 2026<"))
                .containsSubsequence("5.00", "7.50", "+2.50");
        assertThat(row(page("/compare?place=101&method=2026-10"), ">September 2026<"))
                .containsSubsequence("5.00", "0.00", "-5.00");
        assertThat(page("/compare?place=101&lang=hi")).contains("महीनों की तुलना");
        assertThat(hub.get("/compare?place=10").statusCode()).isEqualTo(400);
    }

    @Test
    void a_signal_shows_its_counts_and_leads_to_every_record_behind() {
        String signals = page("/signals");
        assertThat(signals).contains("never verdicts");
        assertThat(row(signals, ">Belpur<")).contains("Burst at the end of the month", "Alpha permits", "12");

        String cases = page(linked(signals, "/signals/cases?signal=month-end-burst"));
        for (int i = 0; i < 12; i++) {
            assertThat(cases).contains(">B/" + i + "<");
        }
        assertThat(page(linked(cases, "/records/alpha/permits/B/0"))).contains("B/0");
        assertThat(hub.json(linked(cases, "/api/v1/signals/cases").replace("&format=csv", ""))
                        .path("data"))
                .hasSize(12);
        assertThat(page("/signals?lang=hi")).contains("माह के अंत में अचानक वृद्धि", "निर्णय कभी नहीं");
        assertThat(page("/signals?period=2026-09")).contains("No such pattern in this month");
        assertThat(hub.get("/signals/cases?signal=burst&portal=alpha&type=permit")
                        .statusCode())
                .isEqualTo(400);
    }
}
