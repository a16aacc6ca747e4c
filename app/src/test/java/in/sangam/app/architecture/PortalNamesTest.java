package in.sangam.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A portal's name appears in connectors/, sandbox/, bench/ and config/, and nowhere else: code grows with kinds of
 * transport, not with portals, and the next portal needs no Java.
 */
class PortalNamesTest {

    private static final Path TOP = Path.of("..").toAbsolutePath().normalize();
    private static final List<String> MODULES = List.of("core", "connectors/kit", "store", "routes", "feeds", "app");
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|(?<![:\"'])//[^\\n]*", Pattern.DOTALL);

    @Test
    void no_module_of_the_hub_names_a_portal() throws IOException {
        Pattern names = portalNames();
        List<String> found = new ArrayList<>();
        for (String module : MODULES) {
            try (Stream<Path> files = Files.walk(TOP.resolve(module).resolve("src/main"))) {
                for (Path file : files.filter(PortalNamesTest::isSource).toList()) {
                    found.addAll(in(names, TOP.relativize(file).toString(), Files.readString(file)));
                }
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void the_scan_sees_a_name_in_code_and_not_in_a_comment() throws IOException {
        Pattern names = portalNames();
        String portal = portals().get(0);

        assertThat(in(names, "A.java", "String url = \"" + portal + ".url\";")).hasSize(1);
        assertThat(in(names, "A.java", "/** As {@code " + portal + "} does. */ int a;"))
                .isEmpty();
    }

    private static List<String> in(Pattern names, String file, String text) {
        return names.matcher(COMMENT.matcher(text).replaceAll(" "))
                .results()
                .map(result -> file + " names " + result.group())
                .distinct()
                .toList();
    }

    private static Pattern portalNames() throws IOException {
        return Pattern.compile(
                portals().stream().map(Pattern::quote).collect(Collectors.joining("|", "(?i)\\b(", ")\\b")));
    }

    private static List<String> portals() throws IOException {
        try (Stream<Path> folders = Files.list(TOP.resolve("connectors"))) {
            return folders.filter(folder -> Files.exists(folder.resolve("connector.yaml")))
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    private static boolean isSource(Path file) {
        return file.toString().matches(".*\\.(java|sql|properties|yaml|jte|js|html|xml|css)");
    }
}
