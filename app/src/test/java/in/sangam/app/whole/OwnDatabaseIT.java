package in.sangam.app.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.time.Duration;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.Test;

/** The hub's own database ends by itself, and nobody is there to start it again: the hub does. */
class OwnDatabaseIT {

    private final RunningDemo demo = RunningDemo.get();
    private final PortalControl portals = new PortalControl(demo);

    @Test
    void a_database_that_was_killed_is_started_again_and_what_came_meanwhile_is_there() throws Exception {
        String pid = Files.readAllLines(demo.data.resolve("postgres/data/postmaster.pid"))
                .get(0);
        ProcessHandle.of(Long.parseLong(pid)).orElseThrow().destroyForcibly();
        portals.change("rtps", 20);

        eventually(() -> {
            try (HubDatabaseView database = new HubDatabaseView(demo.data)) {
                assertThat(portals.differences(database)).isEmpty();
            }
        });
        assertThat(demo.data.resolve("log/hub.log"))
                .content()
                .contains("postgres has ended by itself", "postgres runs again");
    }

    private static void eventually(ThrowingRunnable assertion) {
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(500))
                .ignoreExceptions()
                .untilAsserted(assertion);
    }
}
