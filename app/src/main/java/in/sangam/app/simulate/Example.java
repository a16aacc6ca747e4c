package in.sangam.app.simulate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * An example of a connector's folder: a row as the portal sends it, and what must become of it.
 *
 * @param sentence what it shows: the file's name
 * @param expected the canonical record, or for a bad row the rejection
 */
public record Example(String sentence, ObjectNode row, boolean good, JsonNode expected) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ROW = ".row.";

    /** Returns the examples of a stream in the order of their names; none when the folder is not there. */
    public static List<Example> of(Path connector, String stream) {
        Path folder = connector.resolve("examples").resolve(stream);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(each -> each.getFileName().toString().contains(ROW))
                    .sorted()
                    .map(Example::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The examples in " + folder + " cannot be listed", e);
        }
    }

    private static Example read(Path file) {
        String name = file.getFileName().toString();
        String sentence = name.substring(0, name.indexOf(ROW));
        Path canonical = file.resolveSibling(sentence + ".canonical.json");
        boolean good = Files.exists(canonical);
        try {
            JsonNode row = name.endsWith(".xml") ? XmlRow.read(Files.readString(file)) : JSON.readTree(file.toFile());
            if (!(row instanceof ObjectNode object)) {
                throw new IllegalArgumentException("The example " + file + " is no row: it must be an object");
            }
            Path expected = good ? canonical : file.resolveSibling(sentence + ".rejection.json");
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
