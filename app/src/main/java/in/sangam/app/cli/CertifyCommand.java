package in.sangam.app.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import in.sangam.app.certify.Certificate;
import in.sangam.app.certify.CertificatePage;
import in.sangam.app.certify.CertificateTable;
import in.sangam.app.certify.Certification;
import in.sangam.app.certify.CertificationHub;
import in.sangam.core.config.HubConfig;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hub certify}: runs the suite that every connector must pass, against a portal simulated from its own examples. */
@Command(
        name = "certify",
        description = {
            "Runs the suite that every connector must pass, against a portal simulated from its own examples.",
            "Exit code 0 when every check passes, else 1."
        },
        mixinStandardHelpOptions = true)
final class CertifyCommand implements Callable<Integer> {

    @Mixin
    private ConnectorFolder folder = new ConnectorFolder();

    @Parameters(arity = "0..1", paramLabel = "CONNECTOR", description = "Name of a folder, or its path")
    private @Nullable String connector;

    @Option(names = "--all", description = "Every connector")
    private boolean all;

    @Option(names = "--page", paramLabel = "DIR", description = "Write a page for each connector that can be shown")
    private @Nullable Path page;

    @Option(names = "--json", description = "Print the certificates as JSON")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        if (all == (connector != null)) {
            throw new ParameterException(spec.commandLine(), "Name one connector, or --all");
        }
        List<Path> folders = connector == null ? folder.all() : List.of(folder.named(connector));
        PrintWriter out = spec.commandLine().getOut();
        List<Certificate> certificates = new ArrayList<>();
        try (CertificationHub hub = new CertificationHub(HubConfig.load(folder.configFolder()))) {
            new Certification(hub).of(folders, certificate -> {
                certificates.add(certificate);
                show(certificate, out);
            });
        }
        if (json) {
            out.println(new ObjectMapper()
                    .registerModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .writeValueAsString(certificates));
            out.flush();
        }
        return certificates.stream().allMatch(Certificate::passed) ? 0 : 1;
    }

    private void show(Certificate certificate, PrintWriter out) {
        if (!json) {
            CertificateTable.print(certificate, out);
        }
        if (page != null) {
            try {
                CertificatePage.write(certificate, page);
            } catch (IOException e) {
                throw new UncheckedIOException("The page cannot be written into " + page, e);
            }
        }
    }
}
