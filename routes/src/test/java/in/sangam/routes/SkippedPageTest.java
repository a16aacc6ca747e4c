package in.sangam.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import in.sangam.core.AsOfClock;
import in.sangam.routes.Portal.Answer;
import in.sangam.routes.Portal.Request;
import in.sangam.routes.poll.PageSkip;
import in.sangam.store.read.UnreadableReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What it means, for each way of paging, that a person lets a stream go on without an answer that cannot be read. */
class SkippedPageTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Answer BROKEN = new Answer(200, "application/json", "{\"data\":[{\"no\":", Map.of());

    @TempDir
    Path folder;

    private Portal portal;
    private HubDatabase database;
    private TestHub hub;

    @BeforeEach
    void prepare() throws Exception {
        portal = Portal.answering(request -> BROKEN);
        database = HubDatabase.migrated();
    }

    @AfterEach
    void stop() throws Exception {
        hub.close();
        database.close();
        portal.close();
    }

    @Test
    void where_a_portal_pages_by_offset_the_walk_goes_on_behind_the_page_and_stays_behind_it() throws Exception {
        portal.answer(offsets(7, 2));
        startReading("tolls");
        awaitStalled("tolls", "stalled UNREADABLE_TRUNCATED");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hub.stored("tolls")).hasSize(2));

        assertThat(skip("tolls", null)).isEmpty();

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(hub.stored("tolls")).hasSize(5).noneMatch(each -> each.matches("T/[23] .*"));
            assertThat(hub.health("tolls")).isEqualTo("ok ");
            assertThat(database.texts("select value from hub.cursor").get(0)).startsWith("2026-10-02T10:06");
        });
        assertThat(database.texts("select who || ' ' || action || ' ' || reason from hub.audit"
                        + " where action like 'unreadable%'"))
                .containsExactly("asha unreadable-page.skip the owner cannot mend it");
    }

    @Test
    void a_portal_that_answers_everything_with_the_skipped_page_stands_still_as_before() throws Exception {
        startReading("tolls");
        awaitStalled("tolls", "stalled UNREADABLE_TRUNCATED");

        assertThat(skip("tolls", null)).isEmpty();

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(portal.requests())
                .filteredOn(request -> request.query().contains("skip=2"))
                .hasSizeGreaterThan(1));
        assertThat(hub.health("tolls")).isEqualTo("stalled UNREADABLE_TRUNCATED");
        assertThat(portal.requests()).noneMatch(request -> request.query().contains("skip=4"));
    }

    @Test
    void where_only_the_page_could_name_the_next_one_the_stream_goes_on_from_a_cursor_that_a_person_gives()
            throws Exception {
        Births births = new Births(portal::url);
        births.add("B/9", "11:00:00", "OPEN");
        // Whoever asks from before eleven gets an answer that is each time another, and never readable.
        portal.answer(request -> request.query().compareTo("since=2026-10-02T11") < 0
                ? new Answer(200, "text/html", "<html>" + System.nanoTime(), Map.of())
                : births.answer(request));
        startReading("births");
        awaitStalled("births", "stalled UNREADABLE_HTML");

        assertThat(skip("births", null).orElseThrow()).contains("'from'", "changed");
        assertThat(skip("births", "yesterday").orElseThrow()).contains("'yesterday'");
        assertThat(skip("births", "2027-01-01").orElseThrow()).contains("future");
        assertThat(skip("births", "2026-10-02T11:00:00+05:30")).isEmpty();

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(hub.stored("births")).hasSize(1);
            assertThat(hub.health("births")).isEqualTo("ok ");
        });
        int polls = portal.requests().size();
        await().atMost(PATIENCE).until(() -> portal.requests().size() > polls + 2);
        assertThat(hub.health("births")).isEqualTo("ok ");
        births.add("B/10", "11:30:00", "OPEN");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hub.stored("births")).hasSize(2));
        assertThat(skip("births", "2026-10-02T11:00:00+05:30").orElseThrow()).contains("has been read to");
    }

    private void startReading(String name) throws Exception {
        hub = new TestHub(folder, database, Map.of(name + ".url", portal.url(), name + ".token", "right"), name);
        hub.start();
    }

    private void awaitStalled(String name, String health) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hub.health(name)).isEqualTo(health));
    }

    private Optional<String> skip(String name, String from) {
        UnreadableReader.Entry page = new UnreadableReader(database.source())
                .entries(null, 100).stream()
                        .filter(each -> each.portal().equals(name))
                        .findFirst()
                        .orElseThrow();
        return new PageSkip(() -> hub.connectors, database.source(), hub.routes.polls(), AsOfClock.fixed(TestHub.AS_OF))
                .skip(page, from, "asha", "the owner cannot mend it");
    }

    /** Rows by offset, a minute apart; the page that begins at one of the offsets breaks off. */
    private static Function<Request, Answer> offsets(int rows, int broken) {
        return request -> {
            int from = Integer.parseInt(request.query().replaceAll(".*skip=(\\d+).*", "$1"));
            if (from == broken) {
                return BROKEN;
            }
            List<String> page = IntStream.range(from, Math.min(rows, from + 2))
                    .filter(row -> ("since=2026-10-02T10:0" + row)
                                    .compareTo(request.query().substring(0, "since=2026-10-02T10:00".length()))
                            >= 0)
                    .mapToObj(row -> ("{'no':'T/%1$d','district':'Patna','registered':'2026-10-01','status':'OPEN',"
                                    + "'changed':'2026-10-02T10:0%1$d:00+05:30'}")
                            .formatted(row)
                            .replace('\'', '"'))
                    .toList();
            return Answer.json(
                    page.stream().collect(Collectors.joining(",", "{\"data\":[", "],\"total\":" + rows + "}")));
        };
    }
}
