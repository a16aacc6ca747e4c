package in.sangam.app.simulate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** A connector's manifest as it is written: a simulated portal reads for itself what it has to serve, and how. */
final class Manifest {

    private static final Pattern SETTING = Pattern.compile("\\$\\{([a-z][a-z0-9.-]*)}");
    private static final List<String> TRANSPORTS = List.of("rest", "soap", "sql", "file", "jms");

    /** Block by which deliveries are reached where the streams come another way. */
    static final String DELIVER = "deliver";

    private final JsonNode tree;

    Manifest(Path connector) {
        try {
            Object yaml = new Yaml(new SafeConstructor(new LoaderOptions()))
                    .load(Files.readString(connector.resolve("connector.yaml")));
            this.tree = new ObjectMapper().valueToTree(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException("The manifest of " + connector + " cannot be read", e);
        }
    }

    /** Tells whether its transport can be simulated. */
    boolean simulated() {
        return TRANSPORTS.stream().anyMatch(tree::has);
    }

    /** Returns the word of its transport. */
    String transport() {
        return TRANSPORTS.stream()
                .filter(tree::has)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "This connector's transport is not simulated; these are: " + TRANSPORTS));
    }

    /** Tells whether deliveries have an entrance of their own. */
    boolean hasDeliver() {
        return tree.has(DELIVER);
    }

    /** Returns the word of the block by which deliveries are reached. */
    String entrance() {
        return hasDeliver() ? DELIVER : "rest";
    }

    JsonNode of(String transport) {
        return tree.path(transport);
    }

    JsonNode auth() {
        return tree.path(transport()).path("auth");
    }

    JsonNode streams() {
        return tree.path("streams");
    }

    /** Returns the names of the settings that addresses are put together from. */
    Set<String> addresses() {
        return addresses(transport());
    }

    /** Returns the names of the settings that the addresses of a block are put together from. */
    Set<String> addresses(String block) {
        return settings(of(block).toString());
    }

    /** Returns the names of the settings in a text. */
    static Set<String> settings(String text) {
        Set<String> names = new TreeSet<>();
        Matcher found = SETTING.matcher(text);
        while (found.find()) {
            names.add(found.group(1));
        }
        return names;
    }

    /** Returns the names of the settings that hold a credential. */
    List<String> secrets() {
        return secrets(transport());
    }

    /** Returns the names of the settings that hold a credential of a block. */
    List<String> secrets(String block) {
        JsonNode auth = of(block).path("auth");
        List<String> names = new ArrayList<>();
        for (String each : List.of("bearer", "apiKey", "username", "password")) {
            if (auth.has(each)) {
                names.add(auth.get(each).asText());
            }
        }
        for (String each : List.of("clientId", "clientSecret")) {
            if (auth.path("oauth2").has(each)) {
                names.add(auth.get("oauth2").get(each).asText());
            }
        }
        return names;
    }
}
