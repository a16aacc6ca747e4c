package in.sangam.app.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import in.sangam.app.cli.HubCommand;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** CONTRIBUTING's seven steps, taken as they are written, for a portal that is in none of the examples. */
class NewPortalIT {

    private static final Path WRITTEN = Path.of("src/test/resources/seven-steps");
    private static final String PORTAL = "nagar-seva";

    private final RunningDemo demo = RunningDemo.get();

    @TempDir
    Path workshop;

    private MunicipalPortal portal;

    @AfterEach
    void stop() {
        RunningDemo.delete(demo.connectors.resolve(PORTAL));
        portal.close();
    }

    @Test
    void a_portal_that_nobody_knows_is_scaffolded_certified_tried_and_live_without_a_restart() throws Exception {
        portal = new MunicipalPortal();
        Path folder = workshop.resolve(PORTAL);
        Map<String, Long> others = state();

        // 1 make the folder
        assertThat(hub("new", PORTAL, "--transport", "rest", "--title", "Municipal services"))
                .isZero();
        RunningDemo.delete(folder.resolve("examples"));
        // 2 to 5 write manifest, what is personal, mapping and examples; and the contract
        RunningDemo.copy(WRITTEN, folder);
        assertThat(hub("certify", PORTAL)).isZero();
        // 6 give addresses and secrets
        Path settings = workshop.resolve("portals.properties");
        String given = PORTAL + ".url=" + portal.url() + "\n" + PORTAL + ".key=" + MunicipalPortal.KEY + "\n";
        Files.writeString(settings, given);
        Files.writeString(demo.portals(), given, StandardOpenOption.APPEND);
        // 7 check, try, put the folder in place
        assertThat(hub("check", PORTAL, "--portals", settings.toString())).isZero();
        assertThat(hub("try", PORTAL, "--portals", settings.toString())).isZero();
        RunningDemo.copy(folder, demo.connectors.resolve(PORTAL));

        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(stored("true")).isEqualTo(MunicipalPortal.ROWS));
        assertThat(stored("place = '208' and fields ->> 'status' in ('pending', 'disposed', 'rejected')"))
                .isEqualTo(MunicipalPortal.ROWS / 5);
        assertThat(stored("place is null")).isZero();
        JsonNode one = demo.json("/api/v1/cases/" + PORTAL + "/NS%2F2026%2F00001");
        assertThat(one.toString()).contains("NS/2026/00001", "2026-10-01").doesNotContain("सीता");
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(
                        demo.stream(PORTAL, "avedan").get("state").asText())
                .isEqualTo("on-time"));
        // Nobody else's routes were touched: no other connector was swapped.
        assertThat(state()).containsAllEntriesOf(others);
    }

    private int hub(String verb, String... more) {
        List<String> arguments = new ArrayList<>(List.of(verb));
        arguments.addAll(List.of(more));
        arguments.addAll(List.of("--connectors", workshop.toString()));
        arguments.addAll(List.of("--config", HubProcess.TOP.resolve("config").toString()));
        return HubCommand.run(arguments.toArray(String[]::new));
    }

    private long stored(String where) throws Exception {
        try (HubDatabaseView database = new HubDatabaseView(demo.data)) {
            return Long.parseLong(
                    database.texts("select count(*) from hub.record where portal = '" + PORTAL + "' and " + where)
                            .get(0));
        }
    }

    /** How often each connector was swapped. */
    private Map<String, Long> state() throws Exception {
        Map<String, Long> swaps = new TreeMap<>();
        try (HubDatabaseView database = new HubDatabaseView(demo.data);
                Stream<Path> folders = Files.list(demo.connectors)) {
            for (Path each : folders.toList()) {
                String id = each.getFileName().toString();
                swaps.put(
                        id,
                        Long.parseLong(database.texts("select count(*) from hub.audit where action like"
                                        + " 'connector.%' and target = '" + id + "'")
                                .get(0)));
            }
        }
        return swaps;
    }
}
