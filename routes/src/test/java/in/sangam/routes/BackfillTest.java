package in.sangam.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import in.sangam.core.AsOfClock;
import in.sangam.routes.Portal.Answer;
import in.sangam.routes.Portal.Request;
import in.sangam.store.Audit;
import in.sangam.store.Backfill;
import in.sangam.store.read.ListedRecords;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A window of a register is read again by the ordinary way, beside the polls: one hub for all, one row of the register a day. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BackfillTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final LocalDate FIRST = LocalDate.parse("2025-10-01");
    private static final int DAYS = 100;
    private static final int PAGE = 3;

    @TempDir
    static Path folder;

    private volatile String unreadable = "none";
    private volatile String hidden = "none";
    private volatile String heldDay = "none";
    private volatile CountDownLatch held = new CountDownLatch(0);
    private Portal portal;
    private HubDatabase database;
    private TestHub hub;

    @BeforeAll
    void start() throws Exception {
        portal = Portal.answering(this::answer);
        database = HubDatabase.migrated();
        hub = new TestHub(folder, database, Map.of("births.url", portal.url(), "births.token", "right"), "births")
                .start();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hub.health("births")).isEqualTo("ok "));
    }

    @AfterAll
    void stop() throws Exception {
        held.countDown();
        hub.close();
        database.close();
        portal.close();
    }

    @Test
    void what_lies_before_the_first_poll_is_read_once_however_often_and_the_cursor_of_the_polls_stays() {
        String cursor = cursor();
        assertThat(hub.stored("births")).noneMatch(each -> each.contains(" 2025-10"));

        Backfill begun = control().begin("asha", "births", null, "2025-10-01", "2025-10-20");
        Backfill done = finished(begun.id());
        control().begin("asha", "births", "entries", "2025-10-01", "2025-10-20");
        await().atMost(PATIENCE).until(() -> control().latest().stream().noneMatch(Backfill::running));

        assertThat(hub.stored("births"))
                .filteredOn(each -> each.contains(" 2025-10-"))
                .hasSizeBetween(20, 24);
        assertThat(done.rows()).isBetween(20L, 24L);
        assertThat(done.rejected()).isZero();
        assertThat(control().share(done)).isEqualTo(1);
        assertThat(cursor()).isEqualTo(cursor);
        assertThat(database.count("select coalesce(sum(received - stored - unchanged - superseded - quarantined), 0)"
                        + " from hub.account_now"))
                .isZero();
        assertThat(database.count("select coalesce(sum(amount), 0) from hub.measure_now where measure = 'seen'"))
                .isEqualTo(hub.stored("births").size());
        assertThat(database.texts("select action from hub.audit where who = 'asha'"))
                .contains("backfill.begin");
    }

    @Test
    void one_that_was_stopped_goes_on_at_its_own_cursor_after_a_restart_of_the_hub() throws Exception {
        held = new CountDownLatch(1);
        heldDay = "2025-11-10";
        Backfill begun = control().begin("asha", "births", null, "2025-11-01", "2025-11-20");
        await().atMost(PATIENCE).until(() -> portal.requests().stream().anyMatch(this::holds));

        Backfill paused = control().pause("asha", begun.id()).orElseThrow();
        heldDay = "none";
        held.countDown();
        hub.context.close();
        hub.routes.close();
        int before = portal.requests().size();
        hub.startRoutes();
        assertThat(paused.state()).isEqualTo("paused");
        String at = control().find(begun.id()).orElseThrow().at();
        assertThat(at).isGreaterThan("2025-11-05");

        Backfill again = control().begin("asha", "births", null, "2025-11-01", "2025-11-20");
        finished(again.id());

        assertThat(again.id()).isEqualTo(begun.id());
        assertThat(portal.requests().stream().skip(before))
                .map(BackfillTest::since)
                .filteredOn(since -> since.startsWith("2025-11"))
                .isNotEmpty()
                .allMatch(since -> since.compareTo(at.substring(0, 10)) >= 0);
        assertThat(hub.stored("births"))
                .filteredOn(each -> each.contains(" 2025-11-"))
                .hasSizeBetween(20, 24);
    }

    @Test
    void an_answer_that_cannot_be_read_ends_it_with_its_reason_and_the_polls_go_on() {
        unreadable = "2025-12-04";
        Backfill begun = control().begin("asha", "births", null, "2025-12-01", "2025-12-10");

        await().atMost(PATIENCE)
                .until(() -> control().find(begun.id()).orElseThrow().state().equals("failed"));
        Backfill failed = control().find(begun.id()).orElseThrow();
        assertThat(failed.trouble()).contains("UNREADABLE", "HTML");
        assertThat(hub.health("births")).isEqualTo("ok ");
        assertThatThrownBy(() -> control().begin("asha", "births", null, "2025-12-01", "2025-12-11"))
                .isInstanceOf(BackfillControl.Refused.class)
                .hasMessageContaining("is not finished (failed at");

        unreadable = "none";
        assertThat(control()
                        .begin("asha", "births", null, "2025-12-01", "2025-12-10")
                        .id())
                .isEqualTo(begun.id());
        finished(begun.id());
    }

    @Test
    void one_that_compares_lists_by_id_what_only_one_side_has() {
        await().atMost(PATIENCE)
                .until(() -> hub.stored("births").stream().anyMatch(each -> each.contains(" 2026-01-08")));
        hidden = "2026-01-04";
        Backfill begun = control().begin("asha", "births", null, "2026-01-03", "2026-01-05", true);
        Backfill done = finished(begun.id());
        hidden = "none";

        assertThat(done.complete() && done.comparable()).isTrue();
        assertThat(new ListedRecords(database.source()).compare(done.id(), 100))
                .containsExactlyInAnyOrder(
                        new ListedRecords.Entry("B/unplaced", "missing-in-hub", "UNMAPPED_PLACE district"),
                        new ListedRecords.Entry("B/2026-01-04", "vanished-at-portal", null));
    }

    @Test
    void a_window_that_cannot_be_is_refused_with_the_word_that_is_wrong() {
        assertRefused("portal", () -> control().begin("asha", "deaths", null, "2025-10-01", "2025-10-02"));
        assertRefused("stream", () -> control().begin("asha", "births", "deaths", "2025-10-01", "2025-10-02"));
        assertRefused("from", () -> control().begin("asha", "births", null, "yesterday", "2025-10-02"));
        assertRefused("from", () -> control().begin("asha", "births", null, "2999-10-01", "2999-10-02"));
        assertRefused("to", () -> control().begin("asha", "births", null, "2025-10-03", "2025-10-01"));
        assertRefused("to", () -> control().begin("asha", "births", null, "2025-10-03", "2025-13-01"));
    }

    private static void assertRefused(String parameter, ThrowingCallable begin) {
        assertThatThrownBy(begin)
                .isInstanceOfSatisfying(BackfillControl.Refused.class, refused -> assertThat(refused.parameter())
                        .isEqualTo(parameter));
    }

    private Backfill finished(long id) {
        await().atMost(PATIENCE).until(() -> {
            Backfill now = control().find(id).orElseThrow();
            return now.state().equals("finished") && now.pages() == now.stored();
        });
        return control().find(id).orElseThrow();
    }

    private BackfillControl control() {
        return new BackfillControl(
                hub.routes.connectors(),
                database.source(),
                new Audit(database.source()),
                AsOfClock.fixed(TestHub.AS_OF));
    }

    private String cursor() {
        return String.join("", database.texts("select value from hub.cursor"));
    }

    private boolean holds(Request request) {
        return since(request).startsWith(heldDay);
    }

    /** Rows changed since a moment, the oldest first, three at a time; the next link names the day of its first row. */
    private Answer answer(Request request) {
        String since = since(request);
        if (since.startsWith(unreadable)) {
            return new Answer(200, "text/html", "<html><body>Login</body></html>", Map.of());
        }
        if (since.startsWith(heldDay)) {
            waitUntilReleased();
        }
        LocalDate from = LocalDate.parse(since.substring(0, 10));
        List<LocalDate> days = IntStream.range(0, DAYS)
                .mapToObj(FIRST::plusDays)
                .filter(day -> !day.isBefore(from))
                .toList();
        List<String> rows = days.stream()
                .limit(PAGE)
                .map(day -> day.toString().equals(hidden)
                        ? row(day).replace("Patna", "Nowhere").replace("B/" + day, "B/unplaced")
                        : row(day))
                .toList();
        String next = days.size() > PAGE
                ? "\"" + portal.url() + "/entries?since=" + days.get(PAGE) + "T00:00:00%2B05:30\""
                : "null";
        return Answer.json("{\"data\":[" + String.join(",", rows) + "],\"next\":" + next + "}");
    }

    private void waitUntilReleased() {
        try {
            held.await(2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String since(Request request) {
        return URLDecoder.decode(request.query().replaceAll(".*since=([^&]*).*", "$1"), StandardCharsets.UTF_8);
    }

    private static String row(LocalDate day) {
        return ("{'no':'B/%s','name':'Sita Devi','mobile':'9876543210','district':'Patna','registered':'%s',"
                        + "'status':'OPEN','closed':null,'changed':'%sT10:00:00+05:30'}")
                .formatted(day, day, day)
                .replace('\'', '"');
    }
}
