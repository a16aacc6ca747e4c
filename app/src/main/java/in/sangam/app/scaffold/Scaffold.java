package in.sangam.app.scaffold;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A connector's folder that certifies as it is, to be changed file by file to what the portal is. */
public final class Scaffold {

    /** How the portal is reached. */
    public enum Transport {
        REST,
        SOAP,
        SQL,
        FILE,
        JMS
    }

    private static final String CASE = "examples/cases/a-case-that-was-decided";
    private static final String LOST = "examples/cases/a-status-that-nobody-knows";
    private static final Map<Transport, List<String>> FILES = Map.of(
            Transport.REST, List.of("contract/README.md", CASE + ".row.json", LOST + ".row.json"),
            Transport.SOAP, List.of("contract/CaseService.wsdl", CASE + ".row.xml", LOST + ".row.xml"),
            Transport.SQL, List.of("contract/tables.sql", CASE + ".row.json", LOST + ".row.json"),
            Transport.FILE, List.of("contract/README.md", CASE + ".row.json", LOST + ".row.json"),
            Transport.JMS, List.of("contract/README.md", CASE + ".row.json", LOST + ".row.json"));
    private static final List<String> OF_ALL =
            List.of("connector.yaml", CASE + ".canonical.json", LOST + ".rejection.json");

    private final Transport transport;
    private final Map<String, String> words;

    /** Takes the portal's name as the folder will have it, its title and its owner. */
    public Scaffold(Transport transport, String name, String title, String owner) {
        this(transport, false, name, title, owner);
    }

    /**
     * As {@link #Scaffold(Transport, String, String, String)}.
     *
     * @param signed whether each request is signed by a certificate of the hub's (X.509); of SOAP alone
     */
    public Scaffold(Transport transport, boolean signed, String name, String title, String owner) {
        if (signed && transport != Transport.SOAP) {
            throw new IllegalArgumentException(
                    "Only requests of SOAP are signed by a certificate; for HTTP see hmac: in"
                            + " connectors/README.md");
        }
        if (!name.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("'" + name
                    + "' is no name of a connector: small letters, digits and single hyphens, as in land-records");
        }
        this.transport = transport;
        this.words = Map.of(
                "@name@",
                name,
                "@title@",
                title,
                "@quoted-title@",
                quoted(title),
                "@quoted-owner@",
                quoted(owner),
                "@owner@",
                owner,
                "@auth@",
                signed
                        ? "{certificate: " + name + ".certificate, privateKey: " + name + ".private-key}"
                        : "{username: " + name + ".username, password: " + name + ".password}");
    }

    /** Writes the folder and returns its files; throws {@link IllegalArgumentException} when there is one already. */
    public List<Path> write(Path connectors) {
        Path folder = connectors.resolve(words.get("@name@"));
        if (Files.exists(folder)) {
            throw new IllegalArgumentException("There is a folder " + folder + " already; choose another name");
        }
        String kind = transport.name().toLowerCase(Locale.ROOT);
        List<Path> written = new ArrayList<>();
        try {
            written.add(write("shared/README.md", folder.resolve("README.md")));
            for (List<String> files : List.of(OF_ALL, FILES.get(transport))) {
                for (String each : files) {
                    written.add(write(kind + "/" + each, folder.resolve(each)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " cannot be written", e);
        }
        return written;
    }

    /** As YAML has it: colons and commas of a title are no structure. */
    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private Path write(String resource, Path file) throws IOException {
        try (InputStream in = Scaffold.class.getResourceAsStream("/scaffold/" + resource)) {
            if (in == null) {
                throw new IllegalStateException("The program lacks its own file " + resource);
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (Map.Entry<String, String> each : words.entrySet()) {
                text = text.replace(each.getKey(), each.getValue());
            }
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        }
    }
}
