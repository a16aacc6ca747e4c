package in.sangam.app.cli;

import in.sangam.app.certify.CertificationHub;
import in.sangam.app.certify.Trial;
import in.sangam.core.config.HubConfig;
import in.sangam.kit.Connector;
import in.sangam.kit.Connectors;
import in.sangam.kit.Source;
import in.sangam.kit.Stream;
import in.sangam.kit.Transport;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hub try}: reads a few rows of a portal and shows what becomes of them; nothing is kept. */
@Command(
        name = "try",
        description = {
            "Reads a few rows of a portal and shows what each becomes, mapped beside rejected. Nothing is kept.",
            "Dropped files are read where they lie, and stay as they are.",
            "Exit code 0 when every stream answered, else 1."
        },
        mixinStandardHelpOptions = true)
final class TryCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Mixin
    private ConnectorFolder folder = new ConnectorFolder();

    @Parameters(paramLabel = "CONNECTOR", description = "Name of a folder, or its path")
    private String connector = "";

    @Option(names = "--rows", paramLabel = "N", description = "Rows shown of each stream (default: ${DEFAULT-VALUE})")
    private int rows = 10;

    @Mixin
    private PortalFile portals = new PortalFile();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Connector of = Connectors.read(folder.named(connector), portals.settings());
        if (of.transport() instanceof Transport.Jms) {
            throw new ParameterException(
                    spec.commandLine(),
                    "A try would take the messages of " + of.id() + " from the portal's queue for good: ./hub check "
                            + of.id() + " looks at some and gives them back, and ./hub certify " + of.id()
                            + " judges its examples");
        }
        try (CertificationHub hub = new CertificationHub(HubConfig.load(folder.configFolder()))) {
            List<Trial.Answered> answers = new Trial(hub).of(of, rows, PATIENCE);
            answers.forEach(answer -> print(of.stream(answer.stream()), answer));
            return answers.stream().allMatch(each -> each.failure().isEmpty()) ? 0 : 1;
        }
    }

    private void print(Stream stream, Trial.Answered answered) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(of(answered));
        if (answered.rows().isEmpty() && answered.failure().isEmpty()) {
            out.println("  " + whyNothing(stream));
        }
        for (Trial.Tried row : answered.rows()) {
            out.println((row.mapped() ? "  mapped    " : "  REJECTED  ") + row.key());
            out.println("            " + row.outcome());
            if (!row.mapped()) {
                out.println("            " + row.maskedRow());
            }
        }
        out.flush();
    }

    private static String whyNothing(Stream stream) {
        return stream.source() instanceof Source.FileSource source
                ? "No file lies there whose name is like " + source.files()
                        + " and that is whole by what finished: in the manifest says, or they have no rows"
                : "The portal answered without a row";
    }

    private static String of(Trial.Answered answered) {
        long mapped = answered.rows().stream().filter(Trial.Tried::mapped).count();
        return answered.stream() + ": " + mapped + " mapped, "
                + (answered.rows().size() - mapped) + " rejected"
                + (answered.failure().isEmpty() ? "" : "; " + answered.failure());
    }
}
