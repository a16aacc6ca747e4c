package in.sangam.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Connector folders that change while a portal goes on sending. {@code -Dswaps=100} is the long form. */
class HotChangeTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int SWAPS = Integer.getInteger("swaps", 4);
    private static final String ROUTE = "births.entries.poll";

    @TempDir
    Path folder;

    private Portal portal;
    private HubDatabase database;
    private TestHub hub;
    private Births births;
    private Path manifest;
    private String original;
    private int rows;

    @BeforeEach
    void a_portal_that_sends() throws Exception {
        portal = Portal.answering(request -> Portal.Answer.json("{\"data\":[],\"next\":null}"));
        database = HubDatabase.migrated();
        hub = new TestHub(folder, database, Map.of("births.url", portal.url(), "births.token", "right"), "births");
        births = new Births(portal::url).fromTheCursor();
        portal.answer(births::answer);
        manifest = folder.resolve("connectors/births/connector.yaml");
        original = Files.readString(manifest).replace("lookback: 1h", "lookback: 1m");
        Files.writeString(manifest, original);
        hub.start();
    }

    @AfterEach
    void stop() throws Exception {
        hub.close();
        database.close();
        portal.close();
    }

    @Test
    void no_row_is_lost_or_counted_twice_while_the_connector_is_swapped_again_and_again() throws Exception {
        for (int swap = 1; swap <= SWAPS; swap++) {
            send(20);
            String title = "Birth register " + swap;
            Files.writeString(manifest, original.replace("Birth register", title));
            await().atMost(PATIENCE).until(() -> {
                send(1);
                return hub.routes
                        .connectors()
                        .find("births")
                        .orElseThrow()
                        .title()
                        .en()
                        .equals(title);
            });
        }
        send(20);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hub.stored("births")).hasSize(rows));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(seen()).isEqualTo(rows));
        assertThat(database.count("select sum(received - stored - unchanged - superseded - quarantined) from"
                        + " hub.account_now"))
                .isZero();
        assertThat(database.count("select count(distinct connector_hash) from hub.page"))
                .as("the hash in force is part of lineage")
                .isGreaterThan(1);
        assertThat(audited("connector.change")).hasSize(SWAPS);
        assertThat(hub.meters.find("hub.stream.age").gauges()).hasSize(1);
    }

    @Test
    void a_change_that_is_not_valid_leaves_the_old_one_running_with_an_alarm() throws Exception {
        Files.writeString(manifest, original.replace("key: no", "keey: no"));
        await().atMost(PATIENCE)
                .until(() -> hub.meters.get("hub.connectors.invalid").gauge().value() == 1);
        send(5);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hub.stored("births")).hasSize(5));
        assertThat(audited("connector.refuse")).hasSize(1).first().asString().contains("births");

        Files.writeString(manifest, original);
        await().atMost(PATIENCE)
                .until(() -> hub.meters.get("hub.connectors.invalid").gauge().value() == 0);
    }

    @Test
    void a_folder_that_goes_takes_its_routes_along_and_one_that_comes_back_goes_on_from_its_cursor() throws Exception {
        send(5);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hub.stored("births")).hasSize(5));
        Files.delete(manifest);
        await().atMost(PATIENCE).until(() -> hub.context.getRoute(ROUTE) == null);
        send(5);

        Files.writeString(manifest, original);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hub.stored("births")).hasSize(10));
        assertThat(audited("connector.remove")).hasSize(1);
        assertThat(audited("connector.add")).hasSize(1);
        assertThat(database.count("select count(*) from hub.cursor")).isOne();
    }

    @Test
    void a_code_that_a_changed_table_knows_lets_the_rows_go_that_waited_for_it() throws Exception {
        births.add("B/new", "10:00:00", "SEALED");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        database.count("select count(*) from hub.quarantine where status = 'open'"))
                .isOne());
        Files.writeString(manifest, original.replace("CLOSED: disposed", "CLOSED: disposed, SEALED: pending"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hub.stored("births")).hasSize(1));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        database.count("select count(*) from hub.quarantine where status = 'open'"))
                .isZero());
    }

    private void send(int count) {
        for (int i = 0; i < count; i++) {
            rows++;
            births.add("B/" + rows, "%02d:%02d:%02d".formatted(10 + rows / 3600, rows / 60 % 60, rows % 60), "OPEN");
        }
    }

    private long seen() {
        return database.count("select coalesce(sum(amount), 0)::bigint from hub.measure where measure = 'seen'");
    }

    private List<String> audited(String action) {
        return database.texts("select target from hub.audit where action = '" + action + "'");
    }
}
