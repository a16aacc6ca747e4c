package in.sangam.app.whole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an official and an integration admin do with a mouse. */
class BrowserIT {

    private static final Browser BROWSER = new Browser();
    private static final LocatorAssertions.ContainsTextOptions SLOWLY =
            new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);

    private final RunningDemo demo = RunningDemo.get();

    @AfterAll
    static void closeBrowser() {
        BROWSER.close();
    }

    @ParameterizedTest
    @CsvSource({"en, Sangam", "hi, संगम"})
    void a_reader_follows_a_mark_from_the_ranking_back_to_the_page_that_came_from_the_portal(
            String language, String product) {
        Page page = BROWSER.open(language);
        List<String> problems = new ArrayList<>();
        List<String> errors = new ArrayList<>();
        page.onConsoleMessage(message -> {
            if ("error".equals(message.type())) {
                errors.add(message.text());
            }
        });
        page.onResponse(answer -> failed(answer, errors));

        page.navigate(demo.url("/"));
        assertThat(page.locator("h1")).containsText(product);
        problems.addAll(Browser.accessibilityProblems(page));
        Browser.login(page, demo, "viewer", "/");

        assertThat(page.locator("html")).hasAttribute("lang", language);
        assertThat(page.locator("table.ranking tbody tr")).hasCount(38);
        assertThat(page.locator("aside.banner")).isVisible();
        problems.addAll(Browser.accessibilityProblems(page));

        String mark =
                page.locator("table.ranking tbody tr").first().locator("td.n a").innerText();
        page.locator("table.ranking tbody tr").first().locator("th a").click();
        assertThat(page.locator("p.figure .big")).hasText(mark);
        assertThat(page.locator("table.lines tfoot .total")).hasText(mark);
        problems.addAll(Browser.accessibilityProblems(page));

        page.locator("table.lines tbody tr").first().locator("th a").click();
        assertThat(page.locator("table.steps")).isVisible();
        problems.addAll(Browser.accessibilityProblems(page));

        page.locator("table.steps a").first().click();
        assertThat(page.locator("table.records tbody tr").first()).isVisible();
        problems.addAll(Browser.accessibilityProblems(page));

        String record = page.locator("table.records a.id").first().innerText();
        page.locator("table.records a.id").first().click();
        assertThat(page.locator("h1")).containsText(record);
        assertThat(page.locator("section[aria-labelledby=lineage]").getByText(sha256()))
                .hasCount(2);
        problems.addAll(Browser.accessibilityProblems(page));

        for (String path : new String[] {"/sources", "/quarantine", "/reconciliation"}) {
            page.navigate(demo.url(path));
            assertThat(page.locator("html")).hasAttribute("lang", language);
            problems.addAll(Browser.accessibilityProblems(page));
        }
        assertThat(problems).isEmpty();
        assertThat(errors).isEmpty();
        page.context().close();
    }

    @Test
    void a_reader_changes_the_language_and_logs_out() {
        Page page = BROWSER.open("en");
        Browser.login(page, demo, "viewer", "/");

        page.locator("header a[hreflang=hi]").click();
        assertThat(page.locator("html")).hasAttribute("lang", "hi");
        page.locator("header a[href='/logout']").click();
        page.locator("button[type=submit]").click();

        page.waitForURL("**/login");
        page.navigate(demo.url("/"));
        page.waitForURL("**/login");
        assertThat(page.locator("html")).hasAttribute("lang", "hi");
        page.context().close();
    }

    @Test
    void an_admin_stops_a_poll_in_hawtio_sees_it_age_on_the_page_and_starts_it_again() {
        Page sources = BROWSER.open("en");
        Browser.login(sources, demo, "viewer", "/sources");
        String stream = sources.locator("table.streams tbody tr").first().getAttribute("data-stream");
        Page console = BROWSER.open("en");
        Browser.login(console, demo, "admin", "/hawtio/");
        openRoutes(console);

        steer(console, stream + ".poll", "Stop");
        assertThat(row(console, stream + ".poll")).containsText("Stopped", SLOWLY);
        await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> age(sources, stream) >= 8);

        steer(console, stream + ".poll", "Start");
        assertThat(row(console, stream + ".poll")).containsText("Started", SLOWLY);
        await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> age(sources, stream) < 8);
        sources.context().close();
        console.context().close();
    }

    @Test
    void a_viewer_stops_no_poll_in_hawtio() throws Exception {
        Page console = BROWSER.open("en");
        Browser.login(console, demo, "viewer", "/hawtio/");
        openRoutes(console);
        String route = console.locator("table tbody tr")
                .filter(new Locator.FilterOptions().setHasText(".poll"))
                .first()
                .locator("td")
                .nth(1)
                .innerText()
                .strip();

        Response answer = console.waitForResponse(
                response -> response.request().postData() != null
                                && response.request().postData().contains("stopRoute")
                        || response.request().postData() != null
                                && response.request().postData().contains("\"stop"),
                () -> steer(console, route, "Stop"));

        assertThat(answer.text()).contains("403").contains("forbidden");
        assertThat(row(console, route)).containsText("Started");
        console.context().close();
    }

    @Test
    void hawtio_shows_the_hub_tab_and_the_broker_s_queues() {
        Page console = BROWSER.open("en");
        Browser.login(console, demo, "viewer", "/hawtio/hub");

        Locator tab = console.locator("#hub-tab");
        assertThat(tab).containsText("hub.page.fetched", SLOWLY);
        assertThat(tab).containsText("hub.page.normalised");
        assertThat(tab).containsText(".poll");
        assertThat(tab).containsText("Acknowledged");
        console.context().close();
    }

    private void openRoutes(Page console) {
        console.navigate(demo.url("/hawtio/camel"));
        console.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Routes").setExact(true))
                .or(console.getByText("Routes", new Page.GetByTextOptions().setExact(true)))
                .first()
                .click();
        assertThat(console.locator("table tbody")).containsText(".poll", SLOWLY);
    }

    private static void steer(Page console, String route, String action) {
        Locator box = row(console, route).locator("input[type=checkbox]");
        if (!box.isChecked()) {
            box.check();
        }
        console.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(action).setExact(true))
                .click();
    }

    private static Locator row(Page console, String route) {
        return console.locator("table tbody tr")
                .filter(new Locator.FilterOptions().setHasText(route))
                .first();
    }

    /** Reads the age of a stream on the page of sources, in seconds. */
    private long age(Page sources, String stream) {
        sources.reload();
        String text = sources.locator("tr[data-stream='" + stream + "'] td.age").innerText();
        String[] parts = text.strip().split("\\s+");
        long factor = Map.of("s", 1L, "min", 60L, "h", 3600L).getOrDefault(parts[1].replaceAll("[^a-z]", ""), 1L);
        return Long.parseLong(parts[0]) * factor;
    }

    private static java.util.regex.Pattern sha256() {
        return java.util.regex.Pattern.compile("^[0-9a-f]{64}$");
    }

    private static void failed(Response answer, List<String> errors) {
        if (answer.status() >= 400) {
            errors.add(answer.status() + " " + answer.url());
        }
    }
}
