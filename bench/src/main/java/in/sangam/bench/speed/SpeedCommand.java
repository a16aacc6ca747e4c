package in.sangam.bench.speed;

import com.fasterxml.jackson.databind.ObjectMapper;
import in.sangam.bench.Folders;
import in.sangam.bench.Product;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code hub bench}: the hub and others, side by side, from the portal's page to the folded measure. */
@Command(
        name = "bench",
        description = {
            "Measures the path: portal page to counted measure, beside others on the same records.",
            "With --latency, --outage, --cases or --drop it measures one promise of the hub instead. Exit code 0 when every outcome"
                    + " is right and every target kept, else 1."
        },
        mixinStandardHelpOptions = true)
public final class SpeedCommand implements Callable<Integer> {

    static final String AS_OF = "2026-10-31T18:00:00+05:30";

    @Option(names = "--rounds", description = "Rounds, each on an empty folder (default: ${DEFAULT-VALUE})")
    private int rounds = 3;

    @Option(names = "--records", description = "Record versions that are timed (default: ${DEFAULT-VALUE})")
    private int records = 300_000;

    @Option(
            names = "--warm",
            description = "Record versions before them, which warm the JVMs (default: ${DEFAULT-VALUE})")
    private int warm = 300_000;

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

    @ArgGroup
    private Mode mode = new Mode();

    @Override
    public Integer call() throws Exception {
        HubProgram program = new HubProgram(Product.here().home());
        List<String> known = new Contenders(program.home())
                .all().stream().map(Contender::name).toList();
        if (!known.containsAll(only)) {
            throw new ParameterException(spec.commandLine(), "--only takes some of " + known + ", not " + only);
        }
        try (Workplace place = Workplace.make(program, seed, spec.commandLine().getErr())) {
            Findings findings = mode.measured(place);
            return findings == null ? compare(place) : told(findings);
        }
    }

    private int compare(Workplace place) throws Exception {
        List<Contender> contenders = new Contenders(place.program().home())
                .all().stream()
                        .filter(each -> only.isEmpty() || only.contains(each.name()))
                        .toList();
        List<Round.Result> results = new ArrayList<>();
        Map<String, String> absent = new LinkedHashMap<>();
        int all = warm + records;
        place.say("Writing %,d rows of the portal into %s …", all, place.folder());
        Caseload caseload = place.caseload(all, place.blocks());
        try (Truth truth = new Truth(place.folder().resolve("truth.tsv"));
                RowFile rows = RowFile.write(place.folder().resolve("rows.json"), caseload::next, all, truth)) {
            Round round = new Round(rows, truth, warm);
            for (int i = 1; i <= rounds; i++) {
                for (Contender each : contenders) {
                    if (!absent.containsKey(each.name())) {
                        Path data = Files.createDirectory(place.folder().resolve(each.name() + "-" + i));
                        try {
                            Round.Result result = round.of(each, data);
                            results.add(result);
                            place.say("round %d, %s: %,.0f records/s", i, each.name(), result.perSecond());
                        } catch (Unavailable e) {
                            String why = String.valueOf(e.getMessage());
                            absent.put(each.name(), why);
                            place.say("%s: %s", each.name(), why);
                        }
                        Folders.delete(data);
                    }
                }
            }
        }
        SpeedTable table = new SpeedTable(contenders, results, absent);
        print(table.values(), table::print);
        return !results.isEmpty()
                        && results.stream().allMatch(each -> each.outcome().right())
                ? 0
                : 1;
    }

    private int told(Findings findings) throws IOException {
        print(findings.values(), findings::print);
        return findings.allKept() ? 0 : 1;
    }

    private void print(Map<String, Object> values, Consumer<PrintWriter> table) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(new ObjectMapper().writeValueAsString(values));
        } else {
            table.accept(out);
        }
        out.flush();
    }
}
