package in.sangam.bench.contenders;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form of {@code hub campaign}: after every fault every promise holds, and a broken promise is seen. */
class CampaignIT {

    private static final Path TOP = Path.of("..", "..").toAbsolutePath().normalize();

    @Test
    void nothing_is_lost_or_doubled_and_controls_that_lose_are_caught(@TempDir Path folder) throws Exception {
        File table = folder.resolve("campaign.json").toFile();
        File progress = Path.of("target", "campaign.err").toFile();
        ProcessBuilder campaign = new ProcessBuilder(TOP.resolve("hub").toString(), "campaign", "--short", "--json")
                .redirectOutput(table)
                .redirectError(progress)
                .redirectInput(Redirect.from(new File("/dev/null")));
        campaign.environment().put("HUB_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1");

        int code = campaign.start().waitFor();

        JsonNode result = new ObjectMapper().readTree(table).path("campaign");
        assertThat(code).as(result.toPrettyString()).isZero();
        assertThat(result.get("rows"))
                .extracting(row -> row.get("verdict").asText())
                .contains("HELD", "CAUGHT");
    }
}
