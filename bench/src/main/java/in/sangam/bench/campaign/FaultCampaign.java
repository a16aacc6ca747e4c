package in.sangam.bench.campaign;

import in.sangam.bench.Child;
import in.sangam.bench.Product;
import in.sangam.bench.SandboxPortals;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Lets one fault after the other happen on a stage; after one that broke a promise the next gets a stage of its own. */
final class FaultCampaign implements AutoCloseable {

    private final Product product;
    private final Path folder;
    private final Random random;
    private final Child sandbox;
    private final SandboxPortals portals;
    private int stages;

    FaultCampaign(Product product, Path folder, double scale, long seed) throws Exception {
        this.product = product;
        this.folder = folder;
        this.random = new Random(seed);
        this.sandbox = product.sandbox(folder.resolve("sandbox"), HubSettings.AS_OF, scale);
        this.portals = new SandboxPortals(folder.resolve("sandbox"), sandbox);
    }

    /** Runs the rows of the table of faults, one after the other on one stage. */
    void faults(List<Fault> faults, int nodes, OutcomeTable table) throws Exception {
        Stage stage = open(Stage.Setting.usual(nodes), table);
        try {
            for (Fault fault : faults) {
                Outcome outcome = run(stage, fault);
                table.add(outcome);
                if (outcome.verdict().fails()) {
                    stage.close();
                    stage = open(Stage.Setting.usual(nodes), table);
                }
            }
            table.add(Outcome.of("(hub recount after all of them)", -1, stage.recount()));
        } finally {
            stage.close();
        }
    }

    /** Runs negative controls, each on a stage of its own: it must end with a broken promise. */
    void controls(List<Control> controls, OutcomeTable table) throws Exception {
        for (Control control : controls) {
            table.add(run(control));
        }
    }

    private Outcome run(Control control) {
        try (Stage stage = stage(control.setting(folder))) {
            control.strike().on(stage);
            List<String> broken = stage.broken();
            if (!control.isInForce(stage)) {
                return new Outcome(
                        control.name(),
                        Outcome.Verdict.NOT_REACHED,
                        -1,
                        List.of("no class took the broken promise in"));
            }
            return new Outcome(
                    control.name(), broken.isEmpty() ? Outcome.Verdict.MISSED : Outcome.Verdict.CAUGHT, -1, broken);
        } catch (Exception brokeOff) {
            return new Outcome(control.name(), Outcome.Verdict.NOT_REACHED, -1, List.of(brokeOff.toString()));
        }
    }

    /** A row that breaks off is a broken row, and the next one has its turn. */
    private static Outcome run(Stage stage, Fault fault) {
        try {
            return stage.run(fault);
        } catch (Exception brokeOff) {
            return Outcome.of(fault.name(), -1, List.of("the row broke off: " + brokeOff));
        }
    }

    /** Opens a stage and fills it, which is the first row: all parts apart, joined by settings alone. */
    private Stage open(Stage.Setting setting, OutcomeTable table) throws Exception {
        Stage stage = stage(setting);
        table.add(run(stage, new Fault("(filled on a broker and a database of their own)", FaultCampaign::fill)));
        return stage;
    }

    /** What the hubs take in together from the moment at which the last of them serves. */
    private static void fill(Stage stage) throws Exception {
        Truth truth = stage.truth();
        stage.startHubs();
        stage.faultEnds();
        long before = stage.store.motion().taken();
        long start = System.nanoTime();
        if (stage.recovery.awaitAll(truth) >= 0) {
            long taken = stage.store.motion().taken() - before;
            double seconds = (System.nanoTime() - start) / 1e9;
            stage.note(String.format(
                    Locale.ROOT,
                    "%,d record versions in %.1f s by %d hub(s): %,.0f a second",
                    taken,
                    seconds,
                    stage.nodes.size(),
                    taken / seconds));
        }
    }

    private Stage stage(Stage.Setting setting) throws Exception {
        return new Stage(product, portals, folder.resolve("stage-" + ++stages), setting, random);
    }

    @Override
    public void close() throws Exception {
        sandbox.close();
    }
}
