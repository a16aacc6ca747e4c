package in.sangam.app.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form of {@code hub campaign}: every promise holds after its faults, and the one broken on purpose is seen. */
class CampaignIT {

    @Test
    void nothing_is_lost_or_doubled_by_the_faults_of_the_short_form_and_its_control_is_caught(@TempDir Path folder)
            throws Exception {
        File table = folder.resolve("campaign.json").toFile();
        Path progress = folder.resolve("campaign.err");

        int code = new ProcessBuilder(HubProcess.TOP.resolve("hub").toString(), "campaign", "--short", "--json")
                .redirectOutput(table)
                .redirectError(progress.toFile())
                .redirectInput(Redirect.from(new File("/dev/null")))
                .start()
                .waitFor();

        String said = Files.readString(table.toPath()) + Files.readString(progress);
        assertThat(code).as(said).isZero();
        JsonNode rows = new ObjectMapper().readTree(table).path("campaign").path("rows");
        assertThat(rows).hasSizeGreaterThanOrEqualTo(4);
        assertThat(rows)
                .extracting(row -> row.path("verdict").asText())
                .containsOnly("HELD", "CAUGHT")
                .contains("CAUGHT");
        JsonNode control = rows.get(rows.size() - 1);
        assertThat(control.path("row").asText()).startsWith("control, measures");
        assertThat(control.path("remarks"))
                .as("it is seen by what it breaks, and by nothing else")
                .isNotEmpty()
                .allMatch(remark -> remark.asText().startsWith("KPI cell wrong"));
    }
}
