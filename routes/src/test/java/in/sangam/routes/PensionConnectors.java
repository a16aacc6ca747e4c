package in.sangam.routes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Connectors that speak SOAP: copies of {@code pensions} under other names, each with an address of its own. */
final class PensionConnectors {

    private static final Path PENSIONS = Path.of("src/test/resources/connectors/pensions");

    private final Path connectors;
    private final Map<String, String> settings;

    /** @param settings take the address and the credential of each */
    PensionConnectors(Path hub, Map<String, String> settings) {
        this.connectors = hub.resolve("connectors");
        this.settings = settings;
    }

    /** Declares a portal, whose manifest is that of pensions with a change. */
    Path declare(String name, String url, UnaryOperator<String> change) throws IOException {
        Path connector = connectors.resolve(name);
        Files.createDirectories(connector.resolve("contract"));
        Files.copy(PENSIONS.resolve("contract/PensionService.wsdl"), connector.resolve("contract/PensionService.wsdl"));
        String manifest = Files.readString(PENSIONS.resolve("connector.yaml"));
        Files.writeString(connector.resolve("connector.yaml"), change.apply(manifest.replace("pensions.", name + ".")));
        settings.putAll(Map.of(name + ".url", url, name + ".username", "hub", name + ".password", "right"));
        return connector;
    }
}
