package in.sangam.feeds;

import static in.sangam.feeds.TestHub.permit;
import static in.sangam.feeds.TestHub.rejection;
import static org.assertj.core.api.Assertions.assertThat;

import in.sangam.store.StreamHealth;
import in.sangam.store.UnreadablePages;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pages over real HTTP: what they say, in both languages, and the way from a mark to a record. */
class PagesTest {

    private static final TestHub HUB = new TestHub();
    private static final Pattern LINK = Pattern.compile("href=\"([^\"]+)\"");

    @BeforeAll
    static void two_districts_with_permits() {
        HUB.store(
                permit("P/2026/1", "1011", "2026-10-01", "2026-10-08"),
                permit("P/2026/2", "1011", "2026-10-01", null),
                permit("P/<b>/3", "1012", "2026-09-01", "2026-10-20"),
                permit("P/2026/4", "102", "2026-10-20", null));
        HUB.store(List.of(), List.of(rejection(1, "district", "<script>alert(1)</script>")));
    }

    @AfterAll
    static void close() {
        HUB.close();
    }

    @Test
    void the_ranking_is_in_english_unless_asked_otherwise_and_in_hindi_when_asked() {
        String english = HUB.get("/").body();
        String hindi = HUB.get("/?lang=hi").body();
        String preferred =
                HUB.get("/", "Accept-Language", "hi-IN,hi;q=0.9,en;q=0.8").body();

        assertThat(english).contains("<html lang=\"en\">", "District ranking", "Aamgaon", "October 2026");
        assertThat(hindi).contains("<html lang=\"hi\">", "ज़िला रैंकिंग", "आमगाँव", "अक्टूबर 2026");
        assertThat(preferred).contains("<html lang=\"hi\">");
    }

    @Test
    void a_language_that_was_chosen_is_kept() {
        HttpResponse<String> chosen = HUB.get("/sources?lang=hi");
        String cookie = chosen.headers().firstValue("Set-Cookie").orElseThrow();

        assertThat(cookie).contains("lang=hi", "HttpOnly", "SameSite=Lax");
        assertThat(HUB.get("/quarantine", "Cookie", "lang=hi").body()).contains("<html lang=\"hi\">");
    }

    @Test
    void every_page_says_that_sandbox_data_are_not_the_states_records() {
        for (String path : List.of("/", "/sources", "/quarantine", "/reconciliation", "/places/101")) {
            assertThat(HUB.get(path).body()).contains("public event logs relabelled");
            assertThat(HUB.get(path + "?lang=hi").body()).contains("सार्वजनिक घटना-लॉग");
        }
    }

    @Test
    void pages_need_no_inline_script_or_style() {
        for (String path : List.of(
                "/",
                "/sources",
                "/quarantine",
                "/unreadable",
                "/publications",
                "/corrections",
                "/signals",
                "/posts",
                "/portals",
                "/compare",
                "/places/101",
                "/explain?kpi=permits-open&place=101")) {
            assertThat(HUB.get(path).body())
                    .doesNotContain("<style", " style=", "onclick=", "javascript:")
                    .doesNotContainPattern("<script>")
                    .doesNotContainPattern("(src|href)=\"https?://");
        }
    }

    @Test
    void a_stream_that_stands_still_is_told_on_the_first_page_with_its_cause_and_what_came_is_listed() {
        new UnreadablePages(HUB.database()).seen("alpha", "totals", "ee".repeat(32), "HTML", "The answer is HTML");
        StreamHealth health = new StreamHealth(HUB.database());
        health.stalled("alpha", "totals", "UNREADABLE_HTML", "The answer is HTML");

        assertThat(HUB.get("/").body())
                .contains("role=\"alert\"", "stands still since", "a web page came instead of data", "/unreadable");
        assertThat(HUB.get("/fragments/freshness?lang=hi").body())
                .contains("से रुका हुआ है", "आँकड़ों के स्थान पर वेब पृष्ठ आया");
        assertThat(HUB.get("/unreadable").body())
                .contains("Alpha permits · totals", "eeeeeeeeeeee", "waits")
                .doesNotContain("<form method=\"post\"");
        assertThat(HUB.json("/api/v1/unreadable-pages?state=open")
                        .at("/data/0/cause")
                        .asText())
                .isEqualTo("HTML");
        health.succeeded("alpha", "totals");
        assertThat(HUB.get("/").body()).doesNotContain("role=\"alert\"");
    }

    @Test
    void a_portal_that_only_takes_is_no_source_that_is_late() {
        assertThat(HUB.get("/").body()).contains("Alpha permits").doesNotContain("Notice board");
        assertThat(HUB.get("/sources").body()).contains("Alpha permits").doesNotContain("Notice board");
    }

    @Test
    void what_a_portal_sent_is_never_taken_for_html() {
        assertThat(HUB.get("/quarantine").body()).contains("&lt;script&gt;").doesNotContain("<script>alert");
    }

    @Test
    void a_mark_can_be_followed_back_to_a_record_and_its_page_in_both_languages() {
        for (String language : List.of("en", "hi")) {
            String cookie = "lang=" + language;
            String district = follow(HUB.get("/", "Cookie", cookie).body(), "/places/101", cookie);
            assertThat(district).contains("class=\"n total\"");
            String explain = follow(district, "/explain?kpi=permits-in-time", cookie);
            String records = follow(explain, "part=denominator", cookie);
            assertThat(records).contains("P/2026/1").contains("P/&lt;b&gt;/3").doesNotContain("P/2026/2");
            String record = follow(records, "/records/alpha/permits/P/2026/1", cookie);
            assertThat(record).contains("ab".repeat(32), "cd".repeat(32), "page-1", "permit.decided.in-time");
            assertThat(record).contains("<html lang=\"" + language + "\">");
        }
    }

    @Test
    void a_record_tells_where_it_went_on_to_or_where_it_belongs_instead_and_why() {
        JdbcClient.create(HUB.database())
                .sql(
                        "insert into hub.flow_record (sink, portal, stream, source_id, belongs, because, sent_hash) values"
                                + " ('beta.filings', 'alpha', 'permits', 'P/2026/1', 'here', null, 'x'),"
                                + " ('gamma.filings', 'alpha', 'permits', 'P/2026/1', 'court', 'Matters <before> courts', null)")
                .update();

        assertThat(HUB.get("/records/alpha/permits/P/2026/1").body())
                .contains("Where it goes on to", "beta.filings", "sent there")
                .contains("gamma.filings", "court", "Matters &lt;before&gt; courts");
        assertThat(HUB.get("/records/alpha/permits/P/2026/1?lang=hi").body()).contains("वहाँ भेजा गया");
        assertThat(HUB.get("/records/alpha/permits/P/2026/4").body()).doesNotContain("Where it goes on to");
    }

    @Test
    void a_key_with_signs_of_html_in_it_has_a_link_that_works() {
        String records = HUB.get("/records?kpi=permits-in-time&place=1012&part=denominator")
                .body();

        assertThat(follow(records, "/records/alpha/permits/P/", "lang=en")).contains("P/&lt;b&gt;/3");
    }

    @Test
    void every_link_of_every_page_leads_somewhere() {
        List<String> pages = List.of(
                "/",
                "/places/10",
                "/places/10-north",
                "/places/101",
                "/sources",
                "/quarantine",
                "/publications",
                "/corrections",
                "/signals",
                "/posts",
                "/portals",
                "/compare");
        int followed = 0;
        for (String page : pages) {
            for (String link : links(HUB.get(page).body())) {
                if (!link.startsWith("#") && !link.startsWith("/hawtio")) {
                    assertThat(HUB.send(link, HttpResponse.BodyHandlers.discarding())
                                    .statusCode())
                            .as(page + " -> " + link)
                            .isEqualTo(200);
                    followed++;
                }
            }
        }
        assertThat(followed).isGreaterThan(50);
    }

    @Test
    void a_page_that_cannot_be_shown_says_what_would_be_possible() {
        HttpResponse<String> answer = HUB.get("/places/Aamgaon");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("101 (Aamgaon, district)");
    }

    @Test
    void a_district_without_figures_is_shown_as_not_applicable() {
        assertThat(HUB.get("/places/104").body()).contains("n/a");
    }

    private static String follow(String page, String part, String cookie) {
        String link = links(page).stream()
                .filter(each -> each.contains(part) && !each.startsWith("/api"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No link with " + part + " in " + page));
        HttpResponse<String> answer = HUB.get(link, "Cookie", cookie);
        assertThat(answer.statusCode()).as(link).isEqualTo(200);
        return answer.body();
    }

    private static List<String> links(String page) {
        List<String> links = new ArrayList<>();
        Matcher matcher = LINK.matcher(page);
        while (matcher.find()) {
            links.add(matcher.group(1).replace("&amp;", "&"));
        }
        return links;
    }
}
