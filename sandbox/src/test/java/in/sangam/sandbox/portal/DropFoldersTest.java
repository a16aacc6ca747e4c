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

/** The small portals: what lies in their folders is what their tables hold, and a twentieth of it is faulty. */
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
    void every_stream_has_enough_rows_and_one_in_twenty_is_faulty_and_listed() throws Exception {
        assertThat(streams).hasSizeGreaterThan(12);
        for (String stream : streams) {
            String table = "returns.\"" + stream + "\"";
            long all = number(sandbox.owner(), "select count(*) from " + table);
            long faulty = number(sandbox.owner(), "select count(*) from " + table + " where fault is not null");
            String[] name = stream.split("/", 2);
            assertThat(all).as(stream).isGreaterThanOrEqualTo(500);
            assertThat(faulty / (double) all).as(stream).isBetween(0.04, 0.06);
            assertThat(rows(
                            sandbox.owner(),
                            "select distinct case when fault = 'missing-key' then '' else key end, fault from " + table
                                    + " where fault is not null"))
                    .as(stream)
                    .hasSameElementsAs(rows(
                            sandbox.owner(),
                            "select source_id, fault from truth.faulty where portal = '" + name[0] + "' and stream = '"
                                    + name[1] + "'"));
            assertThat(number(sandbox.owner(), "select count(*) - count(distinct key) from " + table))
                    .as(stream)
                    .isZero();
        }
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
    void a_file_holds_a_line_for_every_row_in_the_words_of_an_office() throws Exception {
        Path file = Path.of(sandbox.address("vishwakarma.folder"), "counts.csv");
        try (var csv = CsvReader.builder().fieldSeparator(';').ofNamedCsvRecord(file)) {
            var lines = csv.stream().toList();
            assertThat(lines)
                    .hasSize(Math.toIntExact(
                            number(sandbox.owner(), "select count(*) from returns.\"vishwakarma/counts\"")));
            assertThat(lines).extracting(line -> line.getField("district")).contains("Atlantis", "सारण", "Saran");
            assertThat(lines)
                    .filteredOn(line -> line.getField("entry").isEmpty())
                    .isNotEmpty();
            assertThat(lines)
                    .filteredOn(line -> line.getField("applications").endsWith("O"))
                    .isNotEmpty();
        }
    }
}
