package in.sangam.app.whole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The integration admin at work: stops a poll in Hawtio, sees its source age on the hub's page, and starts it again. */
class HawtioBrowserIT {

    private static final RunningDemo DEMO = RunningDemo.get();
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String STREAM = "rtps.applications";
    private static final String ROUTE = STREAM + ".poll";
    private static final long AGED_SECONDS = 12;
    private static final double TABLE_MILLIS = 20_000;

    private static Chromium chromium;

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

    /** Whatever a test left behind in the demo that all tests share. */
    @AfterEach
    void letThePollRun() throws Exception {
        String found = DEMO.jolokia(
                        "admin",
                        "{\"type\":\"search\",\"mbean\":\"org.apache.camel:type=routes,name=\\\"%s\\\",*\"}"
                                .formatted(ROUTE))
                .body();
        String route = new ObjectMapper().readTree(found).at("/value/0").asText();
        ObjectNode start = new ObjectMapper().createObjectNode();
        start.put("type", "exec").put("mbean", route).put("operation", "start()");
        DEMO.jolokia("admin", start.toString());
    }

    @Test
    void the_hub_tab_shows_every_stream_and_queue() {
        Page page = visitor("viewer");
        page.navigate(DEMO.url("/sources"));
        Map<String, Long> ages = ages(page);

        page.navigate(DEMO.url("/hawtio/"));
        page.click("nav a:has-text('Hub')");

        Locator streams = page.locator("#hub-tab table[aria-label=Streams] tbody tr");
        assertThat(streams).hasCount(ages.size());
        assertThat(streams.locator("td:nth-child(2)").allInnerTexts())
                .containsExactlyInAnyOrderElementsOf(
                        ages.keySet().stream().map(stream -> stream + ".poll").toList());
        assertThat(page.locator("#hub-tab table[aria-label=Queues]")).containsText("hub.page.fetched");
        assertThat(page.locator("#hub-tab table[aria-label=Deliveries] tbody tr"))
                .not()
                .hasCount(0);
        page.context().close();
    }

    @Test
    void admin_stops_a_poll_sees_its_source_age_and_starts_it_again() {
        Page hawtio = visitor("admin");
        routes(hawtio);
        assertThat(hawtio.locator("main table")).containsText("intake.normalise");
        assertThat(hawtio.locator("main table")).containsText("record.store");
        Page sources = hawtio.context().newPage();
        sources.navigate(DEMO.url("/sources"));

        steer(hawtio, "Stop");

        assertThat(state(hawtio)).hasText("Stopped");
        long aged = await().atMost(PATIENCE)
                .pollInSameThread()
                .until(() -> ageWhenFarBehindTheOthers(sources), age -> age > AGED_SECONDS);

        steer(hawtio, "Start");

        assertThat(state(hawtio)).hasText("Started");
        await().atMost(PATIENCE)
                .pollInSameThread()
                .until(() -> ages(reloaded(sources)).get(STREAM) < aged / 2);
        hawtio.context().close();
    }

    @Test
    void a_viewer_is_refused_and_the_poll_goes_on() {
        Page hawtio = visitor("viewer");
        routes(hawtio);

        steer(hawtio, "Stop");

        assertThat(hawtio.locator(".pf-v6-c-alert.pf-m-danger")).containsText("forbidden");
        Instant refused = Instant.now();
        routes(hawtio);
        assertThat(state(hawtio)).hasText("Started");
        Page sources = hawtio.context().newPage();
        sources.navigate(DEMO.url("/sources"));
        await().atMost(PATIENCE).pollInSameThread().untilAsserted(() -> assertThat(
                        ages(reloaded(sources)).get(STREAM))
                .as("a success after the refusal")
                .isLessThan(Duration.between(refused, Instant.now()).toSeconds()));
        hawtio.context().close();
    }

    private static Page visitor(String user) {
        Page page = chromium.visitor("en");
        page.navigate(DEMO.url("/"));
        Chromium.logIn(page, DEMO, user);
        return page;
    }

    /** Goes to the table of routes by its address: the way through the tree leads past the diagram of all of them. */
    private static void routes(Page page) {
        await().atMost(PATIENCE).pollInSameThread().until(() -> {
            page.navigate(DEMO.url("/hawtio/camel/routes"));
            return appears(row(page));
        });
    }

    private static boolean appears(Locator expected) {
        try {
            expected.waitFor(new Locator.WaitForOptions().setTimeout(TABLE_MILLIS));
            return true;
        } catch (TimeoutError notYet) {
            return false;
        }
    }

    private static void steer(Page page, String button) {
        Locator chosen = row(page).locator("input[type=checkbox]");
        if (!chosen.isChecked()) {
            chosen.check();
        }
        page.click(".pf-v6-c-toolbar button:has-text('" + button + "')");
    }

    private static Locator row(Page page) {
        return page.locator("main table tbody tr:has-text('" + ROUTE + "')");
    }

    private static Locator state(Page page) {
        return row(page).locator("td[data-label=State]");
    }

    /** Returns the age of the stream, or 0 while another one is more than half as old: then the machine is just slow. */
    private static long ageWhenFarBehindTheOthers(Page sources) {
        Map<String, Long> ages = ages(reloaded(sources));
        long age = ages.remove(STREAM);
        return ages.values().stream().allMatch(other -> other < age / 2) ? age : 0;
    }

    private static Page reloaded(Page page) {
        page.reload();
        return page;
    }

    /** Reads the ages of all streams, in seconds. */
    private static Map<String, Long> ages(Page sources) {
        Map<String, Long> ages = new LinkedHashMap<>();
        for (Locator row : sources.locator("tr[data-stream]").all()) {
            ages.put(
                    row.getAttribute("data-stream"),
                    seconds(row.locator(".age").innerText().strip()));
        }
        return ages;
    }

    private static long seconds(String age) {
        String[] words = age.split(" ");
        return Long.parseLong(words[0])
                * switch (words[1]) {
                    case "s" -> 1;
                    case "min" -> 60;
                    default -> 3600;
                };
    }
}
