package in.sangam.app.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * {@code hub demo --settle} end to end: it agrees with the ledger after the hub was killed at every seam of its first load,
 * and it does not when a measure is broken. One sandbox serves both.
 */
@TestMethodOrder(OrderAnnotation.class)
class SettleIT {

    private static final Path WORK = Path.of("target", "it", "settle").toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final List<String> SEAMS = List.of(
            "after-fetch:3",
            "after-outbox-claim:1",
            "after-broker-commit:2",
            "before-normalised-send:4",
            "after-database-commit:5");

    @Test
    @Order(1)
    void killed_at_every_seam_and_started_again_hub_and_ledger_agree_record_by_record_and_kpi_by_kpi()
            throws Exception {
        RunningDemo.delete(WORK);
        for (String seam : SEAMS) {
            HubProcess hub = settle("killed", List.of("-Dsangam.crash.at=" + seam), List.of());
            assertThat(hub.exit(PATIENCE)).as(seam + "\n" + hub.said()).isEqualTo(137);
        }

        HubProcess hub = settle("killed", List.of(), List.of("--json"));

        assertThat(hub.exit(PATIENCE)).as(hub::said).isZero();
        JsonNode settlement = json(hub.said());
        assertThat(settlement.path("streams")).hasSizeGreaterThanOrEqualTo(6);
        settlement.path("streams").forEach(line -> {
            assertThat(line.path("source").asLong()).isPositive();
            assertThat(line.path("received").asLong())
                    .isEqualTo(line.path("stored").asLong()
                            + line.path("unchanged").asLong()
                            + line.path("superseded").asLong()
                            + line.path("quarantined").asLong());
        });
        assertThat(settlement.path("sinks")).isNotEmpty();
        settlement.path("sinks").forEach(line -> assertThat(
                        line.path("published").asLong())
                .isPositive()
                .isEqualTo(line.path("acknowledged").asLong()
                        + line.path("refused").asLong()
                        + line.path("pending").asLong()));
        assertThat(settlement.path("kpis")).hasSizeGreaterThanOrEqualTo(6);
        assertThat(line(settlement.path("sinks"), "sink", "vikas-mission.pop-return")
                        .path("acknowledged")
                        .asLong())
                .as("every post of the ledger was returned")
                .isGreaterThanOrEqualTo(line(settlement.path("kpis"), "kpi", "pop-score-by-post")
                        .path("cells")
                        .asLong());
    }

    @Test
    @Order(2)
    void a_measure_broken_on_purpose_is_seen() throws Exception {
        Path config = WORK.resolve("broken-config");
        RunningDemo.copy(HubProcess.TOP.resolve("config"), config);
        Path measures = config.resolve("kpis/measures.yaml");
        String declared = Files.readString(measures);
        String broken = declared.replaceFirst("<= *due\\b", "< due");
        assertThat(broken).isNotEqualTo(declared);
        Files.writeString(measures, broken);
        Files.createDirectories(WORK.resolve("broken"));
        Files.move(WORK.resolve("killed/sandbox"), WORK.resolve("broken/sandbox"));

        HubProcess hub = settle("broken", List.of(), List.of("--config", config.toString()));

        assertThat(hub.exit(PATIENCE)).as(hub::said).isEqualTo(1);
        assertThat(hub.said()).contains("wrong ").contains("NOT settled").contains("the ledger counts");
    }

    private static HubProcess settle(String folder, List<String> jvm, List<String> more) {
        List<String> arguments = new ArrayList<>(List.of(
                "demo",
                "--settle",
                "--data",
                WORK.resolve(folder).toString(),
                "--port",
                "0",
                "--scale",
                Double.toString(RunningDemo.SCALE),
                "--poll",
                "2"));
        arguments.addAll(more);
        return HubProcess.start(WORK.resolve(folder + ".out"), jvm, arguments.toArray(String[]::new));
    }

    private static JsonNode line(JsonNode lines, String name, String value) {
        for (JsonNode line : lines) {
            if (line.path(name).asText().equals(value)) {
                return line;
            }
        }
        throw new AssertionError("No line of " + value + " in " + lines);
    }

    private static JsonNode json(String said) throws IOException {
        return new ObjectMapper().readTree(said.substring(said.indexOf("\n{") + 1));
    }
}
