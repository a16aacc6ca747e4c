package in.sangam.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hub bench}: loads the sandbox portals into an empty hub, some rounds, and prints records per second. */
@Command(
        name = "bench",
        description = "Measures the path: portal page to stored KPI, durable journal and synchronous commit on.",
        mixinStandardHelpOptions = true)
final class SpeedCommand implements Callable<Integer> {

    @Option(names = "--rounds", description = "Rounds, each with an empty hub (default: ${DEFAULT-VALUE})")
    private int rounds = 3;

    @Option(names = "--scale", description = "Size of the portals, 1 for all of the demo (default: ${DEFAULT-VALUE})")
    private double scale = 1;

    @Option(names = "--as-of", description = "ISO instant that is now for the portals (default: ${DEFAULT-VALUE})")
    private String asOf = "2026-10-31T18:00:00+05:30";

    @Option(names = "--json", description = "Print one JSON object instead of the table")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        Product product = Product.here();
        Path folder = Files.createTempDirectory("sangam-bench-");
        List<SpeedRound.Result> results = new ArrayList<>();
        PrintWriter err = spec.commandLine().getErr();
        err.println("Filling the sandbox portals in " + folder + " …");
        try (Child process = product.sandbox(folder.resolve("sandbox"), asOf, scale)) {
            SandboxPortals portals = new SandboxPortals(folder.resolve("sandbox"), process);
            for (int round = 1; round <= rounds; round++) {
                SpeedRound.Result result = new SpeedRound(product, portals, asOf).run(folder.resolve("hub-" + round));
                results.add(result);
                err.printf(Locale.ROOT, "round %d: %,.0f records/s%n", round, result.perSecond());
            }
        } finally {
            Folders.delete(folder);
        }
        print(new SpeedTable(results));
        return results.stream().allMatch(SpeedRound.Result::right) ? 0 : 1;
    }

    private void print(SpeedTable table) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(new ObjectMapper().writeValueAsString(Map.of("bench", table.values())));
        } else {
            table.print(out);
        }
        out.flush();
    }
}
