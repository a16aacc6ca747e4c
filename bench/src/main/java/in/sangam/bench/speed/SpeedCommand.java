package in.sangam.bench.speed;

import com.fasterxml.jackson.databind.ObjectMapper;
import in.sangam.bench.Folders;
import in.sangam.bench.Product;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code hub bench}: the hub and others, side by side, from the portal's page to the folded measure. */
@Command(
        name = "bench",
        description = "Measures the path: portal page to counted measure, beside others on the same records.",
        mixinStandardHelpOptions = true)
public final class SpeedCommand implements Callable<Integer> {

    static final String AS_OF = "2026-10-31T18:00:00+05:30";

    @Option(names = "--rounds", description = "Rounds, each on an empty folder (default: ${DEFAULT-VALUE})")
    private int rounds = 3;

    @Option(names = "--records", description = "Record versions that the portal has (default: ${DEFAULT-VALUE})")
    private int records = 300_000;

    @Option(names = "--seed", description = "Seed of the generated records (default: ${DEFAULT-VALUE})")
    private long seed = 1;

    @Option(
            names = "--only",
            split = ",",
            description = "Only these: hub, reference, plain-camel, log-based (default: all)")
    private List<String> only = new ArrayList<>();

    @Option(names = "--json", description = "Print one JSON object instead of the table")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        Product product = Product.here();
        List<String> known = new Contenders(product.home())
                .all().stream().map(Contender::name).toList();
        if (!known.containsAll(only)) {
            throw new ParameterException(spec.commandLine(), "--only takes some of " + known + ", not " + only);
        }
        Path folder = Files.createTempDirectory("sangam-bench-");
        PrintWriter err = spec.commandLine().getErr();
        List<Contender> contenders = new Contenders(product.home())
                .all().stream()
                        .filter(each -> only.isEmpty() || only.contains(each.name()))
                        .toList();
        List<Round.Result> results = new ArrayList<>();
        Map<String, String> absent = new LinkedHashMap<>();
        err.printf(Locale.ROOT, "Writing %,d rows of the portal into %s …%n", records, folder);
        try (Truth truth = new Truth(folder.resolve("truth.tsv"));
                RowFile rows = RowFile.write(
                        folder.resolve("rows.json"),
                        new Caseload(
                                records,
                                seed,
                                OffsetDateTime.parse(AS_OF).toInstant(),
                                Caseload.blocks(product.home().resolve("config/places"))),
                        records,
                        truth)) {
            Round round = new Round(rows, truth);
            for (int i = 1; i <= rounds; i++) {
                for (Contender each : contenders) {
                    if (!absent.containsKey(each.name())) {
                        Path data = Files.createDirectory(folder.resolve(each.name() + "-" + i));
                        try {
                            Round.Result result = round.of(each, data);
                            results.add(result);
                            err.printf(
                                    Locale.ROOT, "round %d, %s: %,.0f records/s%n", i, each.name(), result.perSecond());
                        } catch (Unavailable e) {
                            absent.put(each.name(), String.valueOf(e.getMessage()));
                            err.println(each.name() + ": " + e.getMessage());
                        }
                        err.flush();
                        Folders.delete(data);
                    }
                }
            }
        } finally {
            Folders.delete(folder);
        }
        print(new SpeedTable(contenders, results, absent));
        return !results.isEmpty()
                        && results.stream().allMatch(each -> each.outcome().right())
                ? 0
                : 1;
    }

    private void print(SpeedTable table) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(new ObjectMapper().writeValueAsString(table.values()));
        } else {
            table.print(out);
        }
        out.flush();
    }
}
