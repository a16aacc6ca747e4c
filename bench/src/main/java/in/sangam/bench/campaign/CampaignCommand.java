package in.sangam.bench.campaign;

import in.sangam.bench.Folders;
import in.sangam.bench.Product;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code hub campaign}: faults while the hub loads, and after each of them the promises. */
@Command(
        name = "campaign",
        description = {
            "Kills a loading hub again and again, lets its broker, database, disks, networks and portals fail, and after"
                    + " each fault checks from outside that nothing was lost or doubled.",
            "Exit code 0 when every promise held after every fault, else 1. What this machine cannot do is skipped, and"
                    + " said so."
        },
        mixinStandardHelpOptions = true)
public final class CampaignCommand implements Callable<Integer> {

    private static final int KILLS = 10;
    private static final String NO_FAULT = "none";
    private static final double SCALE = 0.2;
    private static final double SCALE_OF_THE_SHORT_FORM = 0.03;

    @Option(
            names = "--kills",
            description = "How often a hub on embedded parts is killed, at each seam in turn and at any instant"
                    + " (default: " + KILLS + ")")
    private @Nullable Integer kills;

    @Option(
            names = "--short",
            description = "The form of a few minutes: some faults and a control on small"
                    + " portals, no kills of a hub on embedded parts unless --kills says so")
    private boolean shortForm;

    @Option(
            names = "--fault",
            paramLabel = "WORDS",
            description = "Only the faults whose name holds these words; may be given again. `" + NO_FAULT
                    + "` for no fault but kills")
    private List<String> chosen = List.of();

    @Option(names = "--list", description = "List the faults and stop")
    private boolean list;

    @Option(names = "--nodes", description = "How many hubs share the load (default: ${DEFAULT-VALUE})")
    private int nodes = 2;

    @Option(names = "--seed", description = "Seed of everything random, to repeat a run (default: ${DEFAULT-VALUE})")
    private long seed = 1;

    @Option(names = "--scale", description = "Size of the portals, 1 for all of the demo (default: " + SCALE + ")")
    private @Nullable Double scale;

    @Option(names = "--json", description = "Print one JSON object instead of the table")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        List<Fault> faults =
                Faults.all().stream().filter(fault -> isChosen(fault.name())).toList();
        List<Control> controls = Controls.all().stream()
                .filter(control -> isChosen(control.name()))
                .toList();
        if (list) {
            faults.forEach(fault -> out.println(fault.name()));
            controls.forEach(control -> out.println(control.name()));
            out.flush();
            return 0;
        }
        refuseWhatIsNotThere();
        if (kills() + faults.size() + controls.size() == 0) {
            throw new ParameterException(spec.commandLine(), "No kills and no faults: there is nothing to do");
        }
        Path folder = Files.createTempDirectory("sangam-campaign-");
        err.println("Working in " + folder);
        OutcomeTable table = new OutcomeTable(out, err, json);
        if (kills() > 0) {
            kills(folder, table, json ? err : out);
        }
        if (faults.size() + controls.size() > 0) {
            try (FaultCampaign campaign = new FaultCampaign(Product.here(), folder, scale(), seed)) {
                if (!faults.isEmpty()) {
                    campaign.faults(faults, nodes, table);
                }
                campaign.controls(controls, table);
            }
        }
        table.end(setting());
        if (table.allRight()) {
            Folders.delete(folder);
            return 0;
        }
        err.println("Kept to look at: " + folder);
        return 1;
    }

    /** A slip of the pen must not pass for a campaign of kills alone. */
    private void refuseWhatIsNotThere() {
        List<String> names = Stream.concat(
                        Faults.all().stream().map(Fault::name),
                        Controls.all().stream().map(Control::name))
                .toList();
        for (String words : chosen) {
            if (!words.equals(NO_FAULT) && names.stream().noneMatch(name -> holds(name, words))) {
                throw new ParameterException(
                        spec.commandLine(),
                        "There is no fault with the words '" + words + "'; hub campaign --list names all");
            }
        }
    }

    private static boolean holds(String name, String words) {
        return name.contains(words.toLowerCase(Locale.ROOT));
    }

    private boolean isChosen(String name) {
        if (shortForm && chosen.isEmpty()) {
            return Faults.SHORT_FORM.contains(name) || Controls.SHORT_FORM.contains(name);
        }
        return chosen.isEmpty() || chosen.stream().anyMatch(words -> holds(name, words));
    }

    private int kills() {
        return kills != null ? kills : shortForm ? 0 : KILLS;
    }

    private double scale() {
        return scale != null ? scale : shortForm ? SCALE_OF_THE_SHORT_FORM : SCALE;
    }

    private Map<String, Object> setting() {
        Map<String, Object> setting = new LinkedHashMap<>();
        setting.put("seed", seed);
        setting.put("scale", scale());
        setting.put("kills", kills());
        setting.put("nodes", nodes);
        return setting;
    }

    private void kills(Path folder, OutcomeTable table, PrintWriter settlement) throws Exception {
        try (KillCampaign campaign = new KillCampaign(Product.here(), folder, scale(), seed)) {
            campaign.begin();
            for (int i = 0; i < kills(); i++) {
                table.add(campaign.kill(i));
            }
            table.add(campaign.settle(settlement));
        }
    }
}
