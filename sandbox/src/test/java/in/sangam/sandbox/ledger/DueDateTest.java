package in.sangam.sandbox.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import in.sangam.sandbox.FilledSandbox;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DueDateTest {

    @TempDir
    Path home;

    @Test
    void due_dates_are_those_worked_by_hand() throws Exception {
        List<NamedCsvRecord> cases = cases();
        assertThat(cases).hasSizeGreaterThanOrEqualTo(40);
        try (FilledSandbox sandbox = new FilledSandbox(home)) {
            var source = sandbox.filled("clock", FilledSandbox.AS_OF, FilledSandbox.SEED, 0.02)
                    .portals();
            SoftAssertions all = new SoftAssertions();
            for (NamedCsvRecord row : cases) {
                all.assertThat(FilledSandbox.rows(
                                source,
                                "select due, provisional from truth.due_date where portal = '%s' and code = '%s' and mode = '%s' and start_day = '%s'"
                                        .formatted(
                                                row.getField("portal"),
                                                row.getField("code"),
                                                row.getField("mode"),
                                                row.getField("start"))))
                        .as("%s", row)
                        .containsExactly(List.of(
                                row.getField("due"), row.getField("provisional").substring(0, 1)));
            }
            all.assertAll();
        }
    }

    private static List<NamedCsvRecord> cases() throws Exception {
        try (var reader = CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(
                        Objects.requireNonNull(DueDateTest.class.getResourceAsStream("/due-dates.csv")),
                        StandardCharsets.UTF_8))) {
            return reader.stream().toList();
        }
    }
}
