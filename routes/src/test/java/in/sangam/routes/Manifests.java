package in.sangam.routes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Connectors of registers of births over any transport, which all give the same rows: no, district, registered, status. */
final class Manifests {

    private final Path connectors;

    Manifests(Path hub) {
        this.connectors = hub.resolve("connectors");
    }

    /** Declares a portal; {@code transport} are whole lines from {@code rest:} on, {@code stream} lines of the stream. */
    Path declare(String portal, String transport, String stream) throws IOException {
        Path folder = Files.createDirectories(connectors.resolve(portal));
        Files.writeString(
                folder.resolve("connector.yaml"),
                """
                title: {en: Births, hi: जन्म}
                owner: Registrar of Births
                every: 1s
                %s
                streams:
                  entries:
                %s
                    key: no
                    into: case
                    type: birth-entry
                    place: {district: district}
                    fields: {registered: moment(registered), status: code(status)}
                    codes:
                      status: {OPEN: pending}
                """
                        .formatted(transport.stripTrailing(), stream.indent(4).stripTrailing()));
        return folder;
    }
}
