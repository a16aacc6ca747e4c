package in.sangam.app.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.sangam.core.AsOfClock;
import in.sangam.kit.Connectors;
import in.sangam.kit.Settings;
import in.sangam.routes.check.LayerCheck;
import in.sangam.routes.check.PortalCheck.Finding;
import in.sangam.routes.pace.Pace;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hub check}: says in one sentence which layer of the way to a portal fails. */
@Command(
        name = "check",
        description = {
            "Looks at the way to a portal layer by layer - setting, name, TCP, TLS, login, contract, slow - and says in one",
            "sentence which one fails. One answer of each stream is asked for; nothing is kept.",
            "Exit code 0 when all is well, 1 when a layer fails, 2 for misuse."
        },
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

    @Mixin
    private ConnectorFolder folder = new ConnectorFolder();

    @Mixin
    private PortalFile portals = new PortalFile();

    @Parameters(paramLabel = "CONNECTOR", description = "Name of a folder, or its path")
    private String connector = "";

    @Option(names = "--json", description = "Print the findings as JSON")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Path path = folder.named(connector);
        String id = path.getFileName().toString();
        List<Finding> findings = findings(path);
        List<Finding> failed = findings.stream().filter(each -> !each.good()).toList();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(asJson(id, findings, failed.isEmpty()));
        } else {
            findings.forEach(
                    each -> out.printf("  %-5s %-9s %s%n", each.good() ? "ok" : "FAILS", name(each), each.sentence()));
            out.println(
                    failed.isEmpty()
                            ? id + ": all is well."
                            : id + ": " + name(failed.get(0)) + " fails. "
                                    + failed.get(0).sentence() + ".");
        }
        out.flush();
        return failed.isEmpty() ? 0 : 1;
    }

    /** A setting without a value stops the reading of a manifest; here that is a finding like any other. */
    private List<Finding> findings(Path path) {
        Settings settings = portals.settings();
        for (String each : Connectors.unset(path, settings)) {
            return List.of(LayerCheck.unset(each));
        }
        return new LayerCheck(AsOfClock.running(), portal -> new Pace(null)).check(Connectors.read(path, settings));
    }

    private static String asJson(String id, List<Finding> findings, boolean good) {
        ObjectNode whole = new ObjectMapper().createObjectNode();
        whole.put("connector", id).put("good", good);
        ArrayNode lines = whole.putArray("findings");
        findings.forEach(each -> lines.addObject()
                .put("layer", name(each))
                .put("stream", each.stream())
                .put("good", each.good())
                .put("millis", each.took().toMillis())
                .put("sentence", each.sentence()));
        return whole.toPrettyString();
    }

    private static String name(Finding finding) {
        return finding.layer().name().toLowerCase(Locale.ROOT);
    }
}
