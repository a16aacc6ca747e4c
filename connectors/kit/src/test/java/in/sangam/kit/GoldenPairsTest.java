package in.sangam.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import in.sangam.kit.edge.Fetched;
import in.sangam.kit.translate.RowRejected;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every example of every connector folder: {@code examples/<stream>/<sentence>.row.json} (or {@code .row.xml}) as the portal sends
 * it, beside what the edge and the translator must make of it: {@code <sentence>.canonical.json} or {@code .rejection.json}.
 */
class GoldenPairsTest {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    @TestFactory
    Stream<DynamicTest> examples() {
        return ShippedConnectors.load().stream()
                .flatMap(connector -> connector.streams().stream())
                .flatMap(stream -> rows(stream).stream()
                        .map(row ->
                                DynamicTest.dynamicTest(stream.id() + ": " + sentence(row), () -> check(stream, row))));
    }

    @Test
    void every_stream_shows_a_good_row_and_a_bad_one() {
        for (Connector connector : ShippedConnectors.load()) {
            for (in.sangam.kit.Stream stream : connector.streams()) {
                assertThat(rows(stream).stream().map(row -> Files.exists(beside(row, "canonical.json"))))
                        .as(stream.id())
                        .contains(true, false);
            }
        }
    }

    private static void check(in.sangam.kit.Stream stream, Path row) throws Exception {
        Fetched fetched = Portal.answers(stream, row);
        assertThat(fetched.rows()).hasSize(1);
        String made;
        Path expected;
        try {
            made = JSON.writeValueAsString(
                    stream.translator().translate(fetched.rows().get(0)));
            expected = beside(row, "canonical.json");
        } catch (RowRejected rejected) {
            made = JSON.writeValueAsString(told(rejected));
            expected = beside(row, "rejection.json");
        }
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(expected, made + "\n");
        }
        assertThat(expected).as("what the row becomes").exists();
        assertThat(JSON.readTree(made)).isEqualTo(JSON.readTree(expected.toFile()));
    }

    private static Map<String, Object> told(RowRejected rejected) {
        var rejection = rejected.at(0, null, JSON.createObjectNode());
        Map<String, Object> told = new TreeMap<>();
        told.put("reason", rejection.reason().name());
        told.put("field", rejection.field());
        told.put("message", rejection.message());
        told.put("candidates", rejection.candidates());
        return told;
    }

    private static List<Path> rows(in.sangam.kit.Stream stream) {
        Path folder = ShippedConnectors.FOLDER
                .resolve(stream.portal())
                .resolve("examples")
                .resolve(stream.name());
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(each -> each.getFileName().toString().contains(".row."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Every stream needs examples/<stream>/: " + folder, e);
        }
    }

    private static String sentence(Path row) {
        String name = row.getFileName().toString();
        return name.substring(0, name.indexOf(".row."));
    }

    private static Path beside(Path row, String ending) {
        return row.resolveSibling(sentence(row) + "." + ending);
    }

    static JsonNode json(Path file) throws IOException {
        return JSON.readTree(file.toFile());
    }
}
