package in.sangam.app.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form of {@code hub bench}: what comes of it is asserted, never how fast. */
class BenchIT {

    @Test
    void every_contender_stores_what_the_portal_gave_and_counts_what_a_recount_counts(@TempDir Path folder)
            throws Exception {
        File table = folder.resolve("bench.json").toFile();
        File progress = folder.resolve("bench.err").toFile();
        ProcessBuilder bench = new ProcessBuilder(
                        HubProcess.TOP.resolve("hub").toString(),
                        "bench",
                        "--rounds",
                        "1",
                        "--records",
                        "3000",
                        "--warm",
                        "1000",
                        "--json",
                        "--only",
                        "hub,reference,plain-camel")
                .redirectOutput(table)
                .redirectError(progress)
                .redirectInput(Redirect.from(new File("/dev/null")));
        bench.environment().put("HUB_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1");

        assertThat(bench.start().waitFor()).as(progress.toString()).isZero();

        JsonNode result = new ObjectMapper().readTree(table);
        assertThat(result.get("rounds"))
                .extracting(round -> round.get("contender").asText())
                .containsExactly("hub", "reference", "plain-camel");
        assertThat(result.get("rounds")).allSatisfy(round -> {
            assertThat(round.get("outcome").get("cells").asLong()).isPositive();
            assertThat(round.get("outcome").get("wrongRecords").asLong()).isZero();
            assertThat(round.get("outcome").get("wrongCells").asLong()).isZero();
        });
    }
}
