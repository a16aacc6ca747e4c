package in.sangam.bench.campaign;

import in.sangam.bench.Await;
import in.sangam.bench.Child;
import in.sangam.bench.Product;
import in.sangam.bench.SandboxPortals;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/**
 * Kills a hub on embedded parts again and again while it loads, at each seam in turn and at random instants, and checks
 * every promise after each. The portals survive; the hub's own broker dies with it, its PostgreSQL is left behind.
 */
final class KillCampaign implements AutoCloseable {

    private static final String ANY = "any instant";

    /** The points between two commits, and any instant. */
    private static final List<String> SEAMS = List.of(
            "after-fetch",
            "after-broker-commit",
            "before-normalised-send",
            "after-database-commit",
            "after-outbox-claim",
            ANY);

    private static final Duration LOAD = Duration.ofMinutes(8);
    private static final Duration DEATH = Duration.ofMinutes(2);
    private static final int NEWS = 200;

    private final List<String> demo;
    private final Product product;
    private final Path folder;
    private final Path data;
    private final Random random;
    private final Node node;
    private final StoreView store;
    private final FeedReader feed;
    private final Promises promises;
    private final Recovery recovery;

    KillCampaign(Product product, Path folder, double scale, long seed) {
        this.product = product;
        this.folder = folder;
        this.data = folder.resolve("demo");
        this.random = new Random(seed);
        this.demo = List.of("demo", "--poll", "2", "--scale", Double.toString(scale));
        this.node = new Node(product, data, demo, Map.of());
        this.store = StoreView.embedded(data);
        this.feed = new FeedReader(() -> node.isAlive() ? List.of(node.api()) : List.of());
        this.promises = new Promises(store, feed);
        this.recovery = new Recovery(store, promises, node::api);
    }

    /** Starts the hub on empty folders, armed for its first kill while it loads. */
    void begin() throws Exception {
        start(0);
        Await.until(LOAD, "the sandbox portals", () -> {
            if (!node.isAlive()) {
                throw new IllegalStateException("The demo ended; see " + node.output());
            }
            return Files.exists(running());
        });
    }

    /** Kills the running hub once, starts it again, and tells how it came back. */
    Outcome kill(int number) throws Exception {
        String where = seam(number);
        if (number > 0) {
            news();
        }
        boolean killed = where.equals(ANY) ? killAnyTime(number) : killAtSeam();
        if (!killed) {
            node.kill();
        }
        start(number + 1);
        double seconds = recovery.awaitAll(Truth.of(portals()));
        List<String> broken = new ArrayList<>();
        if (!recovery.awaitQuiet()) {
            broken.add("the hub did not come to rest; see " + node.output());
        }
        broken.addAll(promises.broken(Truth.of(portals()), node.api(), portals().received()));
        return killed || !broken.isEmpty()
                ? Outcome.of("kill -9 of the hub, " + where, seconds, broken)
                : new Outcome(where, Outcome.Verdict.NOT_REACHED, seconds, List.of("the hub never came to this seam"));
    }

    /** Runs {@code demo --settle} to its end, with its table on {@code out}: a second witness, and it stops the portals. */
    Outcome settle(PrintWriter out) throws Exception {
        node.close();
        Path output = folder.resolve("settle.out");
        List<String> arguments = new ArrayList<>(demo);
        arguments.addAll(List.of("--settle", "--port", "0", "--data", data.toString()));
        Child settle = product.hub("settle", output, Map.of(), arguments);
        int code = settle.exitCode(Duration.ofMinutes(15));
        Files.readAllLines(output).forEach(out::println);
        return Outcome.of("demo --settle after all kills", -1, code == 0 ? List.of() : List.of("exit code " + code));
    }

    private void start(int number) throws IOException {
        String seam = seam(number);
        if (seam.equals(ANY)) {
            node.start();
        } else {
            node.startArmed(seam, 1 + random.nextInt(4));
        }
    }

    private boolean killAtSeam() throws Exception {
        node.pullTrigger();
        return node.exitCode(DEATH) == Node.KILLED;
    }

    private boolean killAnyTime(int number) throws Exception {
        if (number == 0) {
            node.awaitServing();
        }
        LockSupport.parkNanos(Duration.ofMillis(random.nextInt(5_000)).toNanos());
        return node.kill() == Node.KILLED;
    }

    private static String seam(int number) {
        return SEAMS.get(number % SEAMS.size());
    }

    /** Lets the portals have news, so that the hub is at work again when it is killed. */
    private void news() throws Exception {
        for (String portal : List.of("rtps", "lok-shikayat", "hrms", "cpgrams")) {
            portals().change(portal, NEWS);
        }
    }

    private SandboxPortals portals() throws IOException {
        return new SandboxPortals(running());
    }

    private Path running() {
        return data.resolve("sandbox/sandbox.properties");
    }

    /** Stops what still runs, also when the campaign broke off. */
    @Override
    public void close() throws Exception {
        feed.close();
        node.close();
        if (Files.exists(running())) {
            Processes.stop(portals().pid());
        }
        Processes.stopPostgres(data.resolve("postgres/data"));
    }
}
