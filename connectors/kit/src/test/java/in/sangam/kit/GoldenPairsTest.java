package in.sangam.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import in.sangam.core.config.HubConfig;
import in.sangam.core.page.NormalisedPage;
import in.sangam.core.page.Rejection;
import in.sangam.core.record.CanonicalRecord;
import in.sangam.core.record.RecordAssembler;
import in.sangam.kit.edge.Fetched;
import in.sangam.kit.edge.PageCutter;
import in.sangam.kit.translate.Normaliser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every example of every connector folder: {@code examples/<stream>/<sentence>.row.json} (or {@code .row.xml}) as the portal sends
 * it, beside what edge, translator and the shipped configuration must make of it: {@code <sentence>.canonical.json} or {@code .rejection.json}.
 */
class GoldenPairsTest {

    private static final HubConfig CONFIG = HubConfig.load(ShippedConnectors.FOLDER.resolveSibling("config"));
    private static final Normaliser NORMALISER =
            new Normaliser(new RecordAssembler(CONFIG.places().names(), CONFIG.rules()));
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
        var page = PageCutter.cut(stream, stream.firstAsk(null, Instant.EPOCH), fetched, Instant.EPOCH)
                .get(0);
        NormalisedPage normalised = NORMALISER.normalise(page, stream.translator());
        assertThat(normalised.received()).isEqualTo(1);

        boolean accepted = normalised.rejections().isEmpty();
        String made = JSON.writeValueAsString(
                accepted
                        ? told(normalised.records().get(0))
                        : told(normalised.rejections().get(0)));
        Path expected = beside(row, accepted ? "canonical.json" : "rejection.json");
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(expected, made + "\n");
        }
        assertThat(expected).as("what the row becomes").exists();
        assertThat(JSON.readTree(made)).isEqualTo(JSON.readTree(expected.toFile()));
    }

    /** The due date is left out: it follows the rules and holidays in config/, which change without the connector. */
    private static Map<String, Object> told(CanonicalRecord record) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("kind", record.kind());
        told.put("type", record.type());
        told.put("sourceId", record.key().sourceId());
        told.put("version", record.version().text());
        told.put("place", record.place());
        told.put("fields", without(record.fields(), "due"));
        told.put("attributes", without(record.attributes(), "dueRule", "dueProvisional"));
        return told;
    }

    private static Map<String, Object> told(Rejection rejection) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("reason", rejection.reason());
        told.put("field", rejection.field());
        told.put("message", rejection.message());
        told.put("candidates", rejection.candidates());
        told.put("sourceId", rejection.sourceId());
        return told;
    }

    private static Map<String, String> without(Map<String, String> all, String... names) {
        Map<String, String> rest = new TreeMap<>(all);
        rest.keySet().removeAll(List.of(names));
        return rest;
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
