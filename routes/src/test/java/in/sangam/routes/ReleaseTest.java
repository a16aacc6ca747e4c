package in.sangam.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import in.sangam.store.Quarantine;
import in.sangam.store.Quarantine.Question;
import in.sangam.store.read.ReleaseReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows in quarantine, answered and let go while the portal goes on sending: each is stored once and every account balances. */
class ReleaseTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int ROWS = 40;

    @TempDir
    Path folder;

    private Portal portal;
    private HubDatabase database;
    private TestHub hub;
    private Quarantine quarantine;

    @BeforeEach
    void a_portal_with_a_status_and_a_district_that_nobody_knows() throws Exception {
        portal = Portal.answering(request -> Portal.Answer.json("{\"data\":[],\"next\":null}"));
        database = HubDatabase.migrated();
        quarantine = new Quarantine(database.source());
        hub = new TestHub(folder, database, Map.of("births.url", portal.url(), "births.token", "right"), "births");
        Births births = new Births(portal::url);
        for (int i = 0; i < ROWS; i++) {
            births.add(
                    "B/" + i,
                    "10:%02d:00".formatted(i),
                    i % 2 == 0 ? "OPEN" : "SHUT",
                    i % 4 == 0 ? "Old Pataliputra City" : "Patna");
        }
        portal.answer(births::answer);
        hub.start();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(open()).isEqualTo(ROWS / 2 + ROWS / 4));
        assertThat(hub.stored("births")).hasSize(ROWS / 4);
    }

    @AfterEach
    void stop() throws Exception {
        hub.close();
        database.close();
        portal.close();
    }

    @Test
    void answering_a_code_and_a_place_once_stores_every_row_that_waited_once() {
        String folderHash = hub.connectors.get(0).hash();
        Optional<Long> codes = quarantine.answerCode(
                new Question("births", "entries", "status", "SHUT", ""), "pending", "asha", "owner says so");
        Optional<Long> places = quarantine.answerPlace(
                new Question(null, null, "district", "Old Pataliputra City", ""), "212", "asha", "its old name");

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertFinished(codes.orElseThrow(), ROWS / 2);
            assertFinished(places.orElseThrow(), ROWS / 4);
        });
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(seen()).isEqualTo(ROWS));
        assertThat(open()).isZero();
        assertThat(hub.stored("births")).hasSize(ROWS);
        assertThat(database.count("select count(*) from hub.record where connector_hash <> '" + folderHash + "'"))
                .as("what was answered is part of the hash that a record was read by")
                .isGreaterThanOrEqualTo(ROWS / 2);
        assertThat(database.count("select sum(received - stored - unchanged - superseded - quarantined) from"
                        + " hub.account_now"))
                .isZero();
    }

    @Test
    void a_row_that_is_still_at_fault_is_finished_all_the_same_and_opens_again() {
        long release = quarantine
                .release(
                        quarantine.open(Optional.of("births"), Optional.empty(), Optional.empty()),
                        "asha",
                        "to see whether they go through")
                .orElseThrow();

        await().atMost(PATIENCE).untilAsserted(() -> assertFinished(release, ROWS / 2 + ROWS / 4));
        assertThat(new ReleaseReader(database.source())
                        .release(release)
                        .orElseThrow()
                        .quarantined())
                .isEqualTo(ROWS / 2 + ROWS / 4);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(open()).isEqualTo(ROWS / 2 + ROWS / 4));
    }

    private void assertFinished(long release, int rows) {
        ReleaseReader.Release now =
                new ReleaseReader(database.source()).release(release).orElseThrow();
        assertThat(now.requested()).isEqualTo(rows);
        assertThat(now.released()).isEqualTo(rows);
        assertThat(now.finished()).isEqualTo(rows);
        assertThat(now.stored() + now.unchanged() + now.superseded() + now.quarantined())
                .isEqualTo(rows);
    }

    private long open() {
        return database.count("select count(*) from hub.quarantine where status = 'open'");
    }

    private long seen() {
        return database.count("select coalesce(sum(amount), 0)::bigint from hub.measure where measure = 'seen'");
    }
}
