package in.sangam.app.whole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The way of a reader, by clicks alone: from the ranking down to the page in which one record came. */
class RankingBrowserIT {

    /** What a reader of one language finds on the way. */
    enum Words {
        EN("Log in", "District ranking", "How this mark comes about", "Records behind a number", "Record"),
        HI("लॉग इन करें", "ज़िला रैंकिंग", "यह अंक कैसे बना", "संख्या के पीछे के अभिलेख", "अभिलेख");

        final String signIn;
        final String ranking;
        final String explained;
        final String records;
        final String record;

        Words(String signIn, String ranking, String explained, String records, String record) {
            this.signIn = signIn;
            this.ranking = ranking;
            this.explained = explained;
            this.records = records;
            this.record = record;
        }

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private static final int DISTRICTS = 38;
    private static final int NUMERATOR = 1;
    private static final int PART = 6;
    private static final Set<String> GRAVE = Set.of("serious", "critical");

    private static final RunningDemo DEMO = RunningDemo.get();
    private static Chromium chromium;

    private final List<String> complaints = new ArrayList<>();

    @BeforeAll
    static void open() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void clicks_lead_from_the_ranking_to_the_page_that_a_record_came_in(Words words) {
        Page page = reader(words);

        assertThat(page.locator("html")).hasAttribute("lang", words.code());
        assertThat(page.locator("h1")).hasText(words.ranking);
        assertThat(page.locator("table.ranking tbody tr")).hasCount(DISTRICTS);
        assertAccessible(page);
        Locator first = page.locator("table.ranking tbody tr").first();
        String district = first.locator("a.place").innerText();
        Locator mark = first.locator("td a");
        String shownMark = mark.innerText();
        mark.click();

        assertThat(page.locator("h1")).hasText(district);
        assertThat(page.locator("p.figure .big")).hasText(shownMark);
        assertThat(page.locator("table.lines tfoot .total")).hasText(shownMark);
        assertThat(sumOfParts(page)).isEqualByComparingTo(shownMark);
        assertAccessible(page);
        Locator line = aLineThatCountsSomething(page);
        String kpi = cell(line, 0);
        String numerator = cell(line, NUMERATOR);
        String part = cell(line, PART);
        line.locator("th a").click();

        assertThat(page.locator("h1")).hasText(kpi);
        assertThat(page.locator("#steps")).hasText(words.explained);
        Locator numeratorStep = page.locator("table.steps tbody tr").first();
        assertThat(numeratorStep.locator("td").first()).hasText(numerator);
        assertThat(page.locator("table.steps")).containsText(part);
        assertAccessible(page);
        String formula = numeratorStep.locator("code").innerText();
        assertThat(formula).matches("(sum|asOf) \\S+");
        String measure = formula.split(" ")[1];
        numeratorStep.locator("a").click();

        assertThat(page.locator("h1")).hasText(words.records);
        assertThat(page.locator("p.figure .big")).hasText(numerator);
        assertAccessible(page);
        String recordId = page.locator("table.records tbody a.id").first().innerText();
        String recordsAt = page.url();
        assertThat(listed(page)).isEqualTo(number(numerator).intValueExact());
        page.navigate(recordsAt);
        page.locator("table.records tbody a.id").first().click();

        assertThat(page.locator("h1")).hasText(words.record + " " + recordId);
        assertAccessible(page);
        assertThat(page.locator("section[aria-labelledby=counts] tbody th").allInnerTexts())
                .contains(measure);
        Locator versions = page.locator("table.history tbody tr");
        assertThat(versions.count()).isPositive();
        String version =
                page.locator("section[aria-labelledby=fields] dd code").first().innerText();
        assertThat(versions.locator("th").allInnerTexts()).contains(version);
        List<String> origin =
                page.locator("section[aria-labelledby=lineage] dd code").allInnerTexts();
        assertThat(versions.locator("td").allInnerTexts()).contains(origin.get(0), origin.get(1));
        assertThat(origin.get(1)).matches(Pattern.compile("[0-9a-f]{64}"));
        assertThat(complaints).isEmpty();
        page.context().close();
    }

    @Test
    void changing_the_language_keeps_the_place() {
        Page page = reader(Words.EN);
        page.locator("table.matrix tbody td.n a").first().click();
        page.locator("table.steps tbody tr a").first().click();
        String number = page.locator("p.figure .big").innerText();
        List<String> ids = page.locator("table.records a.id").allInnerTexts();
        assertThat(page.locator("h1")).hasText(Words.EN.records);

        page.locator(".side a[hreflang=hi]").click();

        assertThat(page.locator("html")).hasAttribute("lang", "hi");
        assertThat(page.locator("h1")).hasText(Words.HI.records);
        assertThat(page.locator("p.figure .big")).hasText(number);
        assertThat(page.locator("table.records a.id").allInnerTexts()).isEqualTo(ids);

        page.locator(".crumbs a").first().click();

        assertThat(page.locator("h1")).hasText(Words.HI.ranking);
        page.context().close();
    }

    @ParameterizedTest
    @EnumSource
    void pages_of_publication_correction_signals_posts_and_months_can_be_used_by_everybody(Words words) {
        Page page = chromium.visitor(words.code());
        page.navigate(DEMO.url("/"));
        Chromium.logIn(page, DEMO, "admin");
        for (String path : List.of("/publications", "/corrections", "/signals", "/posts", "/portals", "/compare")) {
            page.navigate(DEMO.url(path));
            assertThat(page.locator("html")).hasAttribute("lang", words.code());
            assertAccessible(page);
        }
        page.navigate(DEMO.url("/corrections"));
        page.locator("#place").fill("0");
        page.locator("#claimed").fill("1");
        page.locator("#evidence").fill("Register, page 1");
        page.locator("#kpi").selectOption(new SelectOption().setIndex(1));
        page.locator("form.entry button").press("Enter");

        assertThat(page.locator("#problem-place")).isVisible();
        assertThat(page.locator("#place")).hasAttribute("aria-describedby", "problem-place");
        assertThat(page.locator("#place")).hasValue("0");
        assertAccessible(page);
        page.context().close();
    }

    @Test
    void a_wrong_password_is_told_and_lets_nobody_in() {
        Page page = chromium.visitor("en");
        page.navigate(DEMO.url("/"));
        page.fill("#username", "admin");
        page.fill("#password", "admin");
        page.click("button[type=submit]");

        assertThat(page.locator("[role=alert]")).not().isEmpty();
        assertThat(page.locator("#password")).isVisible();
        assertAccessible(page);
        page.context().close();
    }

    private Page reader(Words words) {
        Page page = chromium.visitor(words.code());
        page.onConsoleMessage(said -> {
            if (said.type().equals("error")) {
                complaints.add(said.location() + ": " + said.text());
            }
        });
        page.onResponse(answer -> {
            if (answer.status() >= 400) {
                complaints.add(answer.status() + " " + answer.url());
            }
        });
        page.navigate(DEMO.url("/"));
        assertThat(page.locator("html")).hasAttribute("lang", words.code());
        assertThat(page.locator("button[type=submit]")).hasText(words.signIn);
        Chromium.logIn(page, DEMO, "viewer");
        return page;
    }

    private static Locator aLineThatCountsSomething(Page page) {
        return page.locator("table.lines tbody tr").all().stream()
                .filter(line -> number(cell(line, NUMERATOR)).signum() > 0)
                .findFirst()
                .orElseThrow();
    }

    private static BigDecimal sumOfParts(Page page) {
        return page.locator("table.lines tbody tr").all().stream()
                .map(line -> number(cell(line, PART)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Counts the records listed, turning the pages to the end. */
    private static int listed(Page page) {
        int listed = page.locator("table.records tbody tr").count();
        while (page.locator("a[rel=next]").count() > 0) {
            page.locator("a[rel=next]").click();
            listed += page.locator("table.records tbody tr").count();
        }
        return listed;
    }

    private static String cell(Locator row, int column) {
        return row.locator("th, td").nth(column).innerText().strip();
    }

    private static BigDecimal number(String shown) {
        return new BigDecimal(shown.replace(",", ""));
    }

    /**
     * Looks at a page once, in English: in Hindi it differs by its words alone, whose completeness has a test of its own, and
     * the look is by far the dearest step. No page has frames, so the legacy mode sees all of it and needs no second page.
     */
    private static void assertAccessible(Page page) {
        if (!Words.EN.code().equals(page.locator("html").getAttribute("lang"))) {
            return;
        }
        assertThat(new AxeBuilder(page)
                        .setLegacyMode(true).analyze().getViolations().stream()
                                .filter(violation -> GRAVE.contains(violation.getImpact()))
                                .map(violation -> violation.getId() + " " + violation.getNodes()))
                .as(page.url())
                .isEmpty();
    }
}
