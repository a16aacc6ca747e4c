package in.sangam.sandbox.portal;

import static in.sangam.sandbox.FilledSandbox.number;
import static in.sangam.sandbox.FilledSandbox.rows;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import in.sangam.sandbox.FilledSandbox;
import in.sangam.sandbox.RunningSandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The small portals: what lies in their folders is what their tables hold. */
class DropFoldersTest {

    private static RunningSandbox sandbox;
    private static List<String> streams;

    @BeforeAll
    static void find() throws Exception {
        sandbox = RunningSandbox.get();
        streams = rows(
                        sandbox.owner(),
                        "select relname from pg_class where relnamespace = 'returns'::regnamespace and relkind = 'r'")
                .stream()
                .map(row -> row.get(0))
                .toList();
    }

    @Test
    void every_portal_has_dropped_whole_files_with_all_rows() throws Exception {
        long dropped = 0;
        for (String portal :
                streams.stream().map(each -> each.split("/")[0]).distinct().toList()) {
            Path folder = Path.of(sandbox.address(portal + ".folder"));
            try (Stream<Path> files = Files.list(folder)) {
                for (Path each : files.toList()) {
                    assertThat(each.toString()).matches(".*\\.(csv|xlsx)");
                    assertThat(Files.getLastModifiedTime(each).toInstant()).isBefore(FilledSandbox.AS_OF);
                    dropped++;
                }
            }
        }
        assertThat(dropped).isEqualTo(streams.size());
    }

    @Test
    void a_file_holds_a_line_for_every_row() throws Exception {
        Path file = Path.of(sandbox.address("vishwakarma.folder"), "counts.csv");
        try (var csv = CsvReader.builder().fieldSeparator(';').ofNamedCsvRecord(file)) {
            assertThat(csv.stream().map(line -> line.getField("entry")).toList())
                    .isNotEmpty()
                    .hasSize(Math.toIntExact(
                            number(sandbox.owner(), "select count(*) from returns.\"vishwakarma/counts\"")));
        }
    }
}
