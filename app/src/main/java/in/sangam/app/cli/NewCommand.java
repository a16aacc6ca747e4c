package in.sangam.app.cli;

import in.sangam.app.scaffold.Scaffold;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hub new}: makes the folder of a new connector, which certifies as it is. */
@Command(
        name = "new",
        description =
                "Makes the folder of a new connector with two examples; it certifies as it is, and is changed from"
                        + " there.",
        mixinStandardHelpOptions = true)
final class NewCommand implements Callable<Integer> {

    @Mixin
    private ConnectorFolder folder = new ConnectorFolder();

    @Parameters(paramLabel = "NAME", description = "Name of the portal: small letters, digits and hyphens")
    private String name = "";

    @Option(
            names = "--transport",
            paramLabel = "KIND",
            description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
    private Scaffold.Transport transport = Scaffold.Transport.REST;

    @Option(
            names = "--signed",
            description = "Of soap: each request is signed by a certificate of the hub's (X.509), instead of a login")
    private boolean signed;

    @Option(names = "--title", paramLabel = "TEXT", description = "Title of the portal (default: its name)")
    private @Nullable String title;

    @Option(names = "--owner", paramLabel = "TEXT", description = "Department that answers for it")
    private String owner = "Department that answers for the portal";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Path connectors = folder.connectorsFolder();
        for (Path each : new Scaffold(transport, signed, name, title == null ? name : title, owner).write(connectors)) {
            out.println(each);
        }
        out.println("Next: read " + connectors.resolve(name).resolve("README.md") + ", then ./hub certify " + name
                + folder.option());
        out.flush();
        return 0;
    }
}
