package in.sangam.app.simulate;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * An example of a connector's folder: a row as the portal sends it, or for a sink a message of the hub, and what must become of it.
 *
 * @param sentence what it shows: the file's name
 * @param row the row or the message
 * @param expected the canonical record or the body of the request, for a bad one the rejection
 */
public record Example(String sentence, ObjectNode row, boolean good, JsonNode expected) {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
            .build();

    /** Returns the examples of a stream in the order of their names; none when the folder is not there. */
    public static List<Example> of(Path connector, String stream) {
        return of(connector, stream, ".row.", ".canonical.json");
    }

    /** Returns the examples of a sink, messages and what is sent of them, likewise. */
    public static List<Example> ofSink(Path connector, String sink) {
        return of(connector, sink, ".message.", ".request.json");
    }

    private static List<Example> of(Path connector, String name, String given, String made) {
        Path folder = connector.resolve("examples").resolve(name);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(each -> each.getFileName().toString().contains(given))
                    .sorted()
                    .map(file -> read(file, given, made))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The examples in " + folder + " cannot be listed", e);
        }
    }

    private static Example read(Path file, String given, String made) {
        String name = file.getFileName().toString();
        String sentence = name.substring(0, name.indexOf(given));
        Path whole = file.resolveSibling(sentence + made);
        boolean good = Files.exists(whole);
        try {
            JsonNode row = name.endsWith(".xml") ? XmlRow.read(Files.readString(file)) : JSON.readTree(file.toFile());
            if (!(row instanceof ObjectNode object)) {
                throw new IllegalArgumentException("The example " + file + " must be an object");
            }
            Path expected = good ? whole : file.resolveSibling(sentence + ".rejection.json");
            return new Example(
                    sentence.replace('-', ' '),
                    object,
                    good,
                    Files.exists(expected) ? JSON.readTree(expected.toFile()) : JSON.createObjectNode());
        } catch (IOException e) {
            throw new UncheckedIOException("The example " + file + " cannot be read", e);
        }
    }
}
