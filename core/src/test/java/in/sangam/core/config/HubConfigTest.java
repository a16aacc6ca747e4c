package in.sangam.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import in.sangam.core.kpi.Kpi;
import in.sangam.core.measure.Subject;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HubConfigTest {

    @TempDir
    private Path config;

    @BeforeEach
    void copy_the_shipped_configuration() throws IOException {
        Path shipped = Path.of("..", "config");
        for (String folder : new String[] {"places", "holidays", "rules", "kpis"}) {
            Files.createDirectories(config.resolve(folder));
            try (Stream<Path> files = Files.list(shipped.resolve(folder))) {
                for (Path file : files.toList()) {
                    Files.copy(
                            file,
                            config.resolve(folder).resolve(file.getFileName().toString()));
                }
            }
        }
    }

    private void replace(String file, String text, String by) throws IOException {
        Path path = config.resolve(file);
        String before = Files.readString(path);
        assertThat(before).contains(text);
        Files.writeString(path, before.replace(text, by));
    }

    private ConfigException broken() {
        ConfigException broken = catchThrowableOfType(ConfigException.class, () -> HubConfig.load(config));
        assertThat(broken).isNotNull();
        return broken;
    }

    @Test
    void the_shipped_configuration_ranks_by_six_kpis_whose_weights_are_a_hundred() {
        HubConfig hub = HubConfig.load(config);

        assertThat(hub.kpis().all().stream()
                        .filter(kpi -> kpi.ranked() && kpi.subject() == Subject.PLACE)
                        .map(Kpi::weight)
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("100");
        assertThat(hub.hash()).hasSize(64).isEqualTo(ShippedConfig.get().hash());
    }

    @Test
    void any_change_changes_the_hash() throws IOException {
        replace("kpis/rtps-disposed-in-time.yaml", "best: 1", "best: 0.99");

        assertThat(HubConfig.load(config).hash())
                .isNotEqualTo(ShippedConfig.get().hash());
    }

    @Test
    void a_wrong_key_is_told_with_file_line_and_the_nearest_right_key() throws IOException {
        replace("kpis/rtps-disposed-in-time.yaml", "numerator:", "numerater:");

        assertThat(broken().errors()).anySatisfy(error -> {
            assertThat(error.file()).endsWith("kpis/rtps-disposed-in-time.yaml");
            assertThat(error.line()).isEqualTo(17);
            assertThat(error.key()).isEqualTo("numerater");
            assertThat(error.remedy()).isEqualTo("Did you mean 'numerator'?");
        });
    }

    @Test
    void all_errors_of_all_files_are_told_together() throws IOException {
        replace("kpis/rtps-disposed-in-time.yaml", "sum rtps.disposed.in-time", "sum rtps.disposed.in-tyme");
        replace("kpis/cpgrams-pending.yaml", "asOf cpgrams.open", "sum cpgrams.open");
        replace("kpis/salary-cases-over-15-days.yaml", "weight: 10", "weight: ten");
        replace("holidays/offices.yaml", "closed: [sunday]", "closed: [sundey]");
        replace("rules/hrms.yaml", "limit: 15 days", "limit: 15 dayz");
        replace("places/block.csv", ",188,,", ",199999,,");

        assertThat(broken().getMessage())
                .contains(
                        "Did you mean 'rtps.disposed.in-time'?",
                        "cpgrams.open is a stock. Write 'asOf'",
                        "'ten' is not a number",
                        "Did you mean 'sunday'?",
                        "hrms.yaml:6: limits.salary-case.limit: Not a length of time",
                        "block.csv:2: parent: '199999' is no place above a block");
    }

    @Test
    void a_file_that_is_no_yaml_and_a_folder_that_is_missing_are_told_too() throws IOException {
        Files.writeString(config.resolve("kpis/broken.yaml"), "kpi: [1\nname: x");
        Files.writeString(config.resolve("kpis/empty.yaml"), "# nothing\n");
        Files.writeString(config.resolve("kpis/twice.yaml"), "kpi: a\nkpi: b\n");
        Files.walk(config.resolve("rules")).sorted((a, b) -> b.compareTo(a)).forEach(path -> path.toFile()
                .delete());

        assertThat(broken().getMessage())
                .contains(
                        "broken.yaml:2",
                        "empty.yaml: The file is empty",
                        "twice.yaml:2: kpi: Written twice",
                        "The folder is missing");
    }

    @Test
    void two_kpis_with_one_code_are_refused() throws IOException {
        Files.copy(config.resolve("kpis/cpgrams-pending.yaml"), config.resolve("kpis/again.yaml"));

        assertThat(broken().getMessage()).contains("Code 'cpgrams-pending' is taken by", "again.yaml on the same days");
    }

    @Test
    void a_ranked_kpi_needs_a_weight_and_marks() throws IOException {
        replace("kpis/rtps-disposed-in-time.yaml", "weight: 25", "weight: 0");
        replace("kpis/rtps-pending-beyond-limit.yaml", "marks:", "# marks:");

        assertThat(broken().getMessage()).contains("needs a weight above 0", "needs marks");
    }
}
