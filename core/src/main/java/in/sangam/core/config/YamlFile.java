package in.sangam.core.config;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a YAML file as nodes that know their line; nothing is ever constructed from tags. */
public final class YamlFile {

    private YamlFile() {}

    /** Reads a file; when it cannot be read, or is empty, adds an error and returns empty. */
    public static Optional<YamlNode> read(Path file, ConfigErrors errors) {
        try {
            return parse(file.toString(), Files.readString(file), errors);
        } catch (IOException e) {
            errors.add(
                    new ConfigError(file.toString(), 0, "", "Cannot be read: " + e, "Check that it exists as UTF-8"));
            return Optional.empty();
        }
    }

    /** Parses text that came from a file of this name. */
    public static Optional<YamlNode> parse(String file, String text, ConfigErrors errors) {
        try (Reader reader = new StringReader(text)) {
            Node node = new Yaml(new SafeConstructor(new LoaderOptions())).compose(reader);
            if (node != null) {
                return Optional.of(YamlNode.root(file, node, errors));
            }
            errors.add(new ConfigError(file, 0, "", "The file is empty", "Fill it, or delete it"));
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
            errors.add(new ConfigError(file, line, "", "Not YAML: " + e.getProblem(), "Check indentation and quotes"));
        } catch (YAMLException | IOException e) {
            errors.add(new ConfigError(file, 0, "", "Not YAML: " + e.getMessage(), "Check indentation and quotes"));
        }
        return Optional.empty();
    }
}
