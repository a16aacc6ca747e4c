package in.sangam.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import in.sangam.routes.Portal.Answer;
import in.sangam.routes.Portal.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Portals do not hold each other up, and none is called outside its window unless a person asks. */
class BulkheadTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int SLOW_PORTALS = 12;
    private static final String PLAIN = "path: /entries\nrecords: $.data\n";

    @TempDir
    Path folder;

    private final CountDownLatch release = new CountDownLatch(1);
    private final AtomicInteger openCalls = new AtomicInteger();
    private final AtomicInteger rows = new AtomicInteger(1);

    @Test
    void portals_that_do_not_answer_hold_no_other_up_and_a_closed_window_holds_all_calls_back() throws Exception {
        Registers registers = new Registers(folder);
        try (Portal portal = Portal.answering(this::answer);
                HubDatabase database = HubDatabase.migrated()) {
            for (int i = 0; i < SLOW_PORTALS; i++) {
                Path slow = registers.declare("slow-" + (char) ('a' + i), "url: " + portal.url() + "/slow", PLAIN);
                replace(slow, "timeout: 2s", "timeout: 90s");
            }
            registers.declare("quick", "url: " + portal.url() + "/quick", PLAIN);
            Path resting = registers.declare("resting", "url: " + portal.url() + "/resting", PLAIN);
            replace(resting, "every: 1s", "every: 1s\nwindow: " + anHourFromNow());
            try (TestHub hub = new TestHub(folder, database, Map.of()).start();
                    AutoCloseable answers = release::countDown) {
                await().atMost(PATIENCE).until(() -> openCalls.get() == SLOW_PORTALS);
                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(hub.stored("quick")).hasSize(1));
                rows.set(5);
                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(hub.stored("quick")).hasSize(5));
                assertThat(openCalls).as("calls that are still open").hasValue(SLOW_PORTALS);
                assertThat(hub.stored("resting")).isEmpty();
                assertThat(portal.requests()).noneMatch(each -> each.path().startsWith("/resting"));

                hub.control.pollNow("asha", "resting.entries");
                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(hub.stored("resting")).hasSize(5));
            }
        }
    }

    private static void replace(Path connector, String what, String with) throws IOException {
        Path manifest = connector.resolve("connector.yaml");
        Files.writeString(manifest, Files.readString(manifest).replace(what, with));
    }

    private Answer answer(Request request) {
        if (request.path().startsWith("/slow")) {
            openCalls.incrementAndGet();
            try {
                release.await(2, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                openCalls.decrementAndGet();
            }
        }
        return Answer.json("{\"data\":[" + Registers.rows(0, rows.get()) + "]}");
    }

    /** A window that is not now, and does not become now while the test runs. */
    private static String anHourFromNow() {
        LocalTime now =
                LocalTime.ofInstant(Instant.now(), ZoneId.of("Asia/Kolkata")).truncatedTo(ChronoUnit.MINUTES);
        return "\"" + now.plusHours(1) + "-" + now.plusHours(2) + "\"";
    }
}
