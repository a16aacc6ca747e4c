package in.sangam.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import in.sangam.core.place.Places;
import in.sangam.core.report.ReportFiles;
import in.sangam.core.report.WeeklyReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFilesTest {

    @TempDir
    Path folder;

    @Test
    void the_three_weekly_reports_go_to_whom_the_order_of_2023_names() {
        HubConfig config = HubConfig.load(Path.of("../config"));
        Places places = config.places();

        assertThat(config.reports())
                .extracting(WeeklyReport::code)
                .containsExactly("absent-authorities", "dm-review", "over-60-days");
        assertThat(config.reports().get(1).recipients(places, "203"))
                .extracting(WeeklyReport.Recipient::code)
                .containsExactly("district-magistrate/203");
        for (int report : new int[] {0, 2}) {
            List<String> recipients = config.reports().get(report).recipients(places, "203").stream()
                    .map(WeeklyReport.Recipient::code)
                    .toList();
            assertThat(recipients)
                    .startsWith("divisional-commissioner/" + places.get("203").parent(), "district-magistrate/203")
                    .contains("dpgro/203")
                    .anyMatch(each -> each.startsWith("sdpgro/203-S"));
        }
        WeeklyReport monday = config.reports().get(0);
        assertThat(monday.weekEnd(LocalDate.parse("2026-10-26"))).isEqualTo("2026-10-25");
        assertThat(monday.weekEnd(LocalDate.parse("2026-10-25"))).isEqualTo("2026-10-18");
    }

    @Test
    void every_fault_is_told_with_its_line_and_the_nearest_word() throws IOException {
        Files.writeString(folder.resolve("roles.yaml"), "roles:\n  dm: {en: DM, hi: डीएम, level: district}\n");
        Files.writeString(
                folder.resolve("wrong.yaml"),
                """
                report: wrong
                name: {en: Wrong, hi: गलत}
                source: nobody
                made: moonday
                each: district
                to: [dn]
                of: {hearings: {en: Hearings, hi: सुनवाई}}
                content: counts
                """);
        ConfigErrors errors = new ConfigErrors();

        assertThat(ReportFiles.load(new ConfigFolder(folder), List.of("hearing"), errors))
                .isEmpty();
        assertThat(errors.all())
                .extracting(each -> each.line() + " " + each.remedy())
                .contains("4 Did you mean 'monday'?", "6 Did you mean 'dm'?", "7 Did you mean 'hearing'?");
    }
}
