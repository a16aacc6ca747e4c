package in.sangam.bench.campaign;

import in.sangam.bench.Child;
import in.sangam.bench.HubApi;
import in.sangam.bench.Product;
import in.sangam.bench.SandboxPortals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Hubs with a broker and a database as processes of their own, joined by relays, by configuration alone. Everything on it can
 * be made to fail; a supervisor would start again what has ended, and so the faults do.
 */
final class Stage implements AutoCloseable {

    private static final List<String> CHANGING = List.of("rtps", "lok-shikayat", "hrms", "cpgrams");
    private static final Duration RECOUNT = Duration.ofMinutes(5);
    private static final int BROKER_DISK_MIB = 160;
    private static final int DATABASE_DISK_MIB = 900;

    /**
     * How a stage differs from the usual one.
     *
     * @param nodes how many hubs
     * @param hubOptions JVM options of the hubs, e.g. an agent that breaks a promise
     * @param brokerOptions JVM options of the broker
     * @param database settings of PostgreSQL
     */
    record Setting(int nodes, String hubOptions, String brokerOptions, Map<String, String> database) {

        static Setting usual(int nodes) {
            return new Setting(nodes, "", "", Map.of());
        }
    }

    final SandboxPortals portals;
    final Disk brokerDisk;
    final Disk databaseDisk;
    final BrokerServer broker;
    final DatabaseServer database;
    final Relay toBroker;
    final Relay toDatabase;
    final List<Node> nodes = new ArrayList<>();
    final StoreView store;
    final FeedReader feed;
    final LeaseWatch leases;
    final Promises promises;
    final Recovery recovery;
    final Random random;

    private final Product product;
    private final Path folder;
    private final Setting setting;
    private final Map<String, String> environment;
    private final Set<String> receivedBefore;
    private final Set<RecordKey> faultyBefore;
    private final List<String> notes = new ArrayList<>();
    private long faultEnded;

    Stage(Product product, SandboxPortals portals, Path folder, Setting setting, Random random) throws Exception {
        this.product = product;
        this.folder = folder;
        this.portals = portals;
        this.setting = setting;
        this.random = random;
        Files.createDirectories(folder);
        // The portals outlive a stage: what another one left behind is none of this one's.
        portals.clearFaults();
        portals.dropAgain();
        receivedBefore = portals.received();
        faultyBefore = Truth.of(portals).faulty();
        brokerDisk = Disk.mount(folder.resolve("broker"), BROKER_DISK_MIB);
        databaseDisk = Disk.mount(folder.resolve("database"), DATABASE_DISK_MIB);
        broker = new BrokerServer(
                product, brokerDisk.folder().resolve("data"), folder.resolve("broker.out"), setting.brokerOptions());
        database = new DatabaseServer(databaseDisk.folder().resolve("server"), databaseSettings(setting));
        toBroker = new Relay(broker.port());
        toDatabase = new Relay(database.port());
        database.start();
        database.makeDatabase();
        broker.start();
        environment = HubSettings.environment(folder, database, toDatabase, broker, toBroker);
        for (int i = 1; i <= setting.nodes(); i++) {
            nodes.add(new Node(product, folder.resolve("hub-" + i), HubSettings.arguments(portals), environment));
        }
        store = new StoreView(() -> database.connect(DatabaseServer.NAME));
        feed = new FeedReader(this::answering);
        leases = new LeaseWatch(store);
        promises = new Promises(store, feed);
        recovery = new Recovery(store, promises, () -> answeringNode().api());
    }

    /** Marks the instant from which recovery is timed; a fault that does not say so ends when its strike returns. */
    void faultEnds() {
        faultEnded = System.nanoTime();
    }

    /**
     * Leaves out of account what the restored database cannot know: deliveries made after its backup. They are made again
     * under keys of their own, since what they said may have changed.
     */
    void forgetDeliveries() throws Exception {
        Set<String> lost = portals.received();
        lost.removeAll(store.deliveries().keySet());
        receivedBefore.addAll(lost);
    }

    /** Adds something measured to the row. */
    void note(String remark) {
        notes.add(remark);
    }

    /** Skips a row that needs more hubs than there are. */
    void needsNodes(int count) throws Fault.Skipped {
        if (nodes.size() < count) {
            throw new Fault.Skipped("it takes " + count + " hubs; say --nodes " + count);
        }
    }

    /** Lets one fault happen while the hubs work, and tells how they came back. */
    Outcome run(Fault fault) throws Exception {
        notes.clear();
        faultEnded = 0;
        try {
            fault.strike().on(this);
        } catch (Fault.Skipped skipped) {
            return new Outcome(
                    fault.name(), Outcome.Verdict.SKIPPED, -1, List.of(String.valueOf(skipped.getMessage())));
        } catch (Fault.NotReached notReached) {
            return new Outcome(
                    fault.name(), Outcome.Verdict.NOT_REACHED, -1, List.of(String.valueOf(notReached.getMessage())));
        }
        long ended = faultEnded == 0 ? System.nanoTime() : faultEnded;
        boolean all = recovery.awaitAll(truth()) >= 0;
        double seconds = all ? (System.nanoTime() - ended) / 1e9 : -1;
        List<String> broken = broken();
        return broken.isEmpty()
                ? new Outcome(fault.name(), Outcome.Verdict.HELD, seconds, List.copyOf(notes))
                : Outcome.of(fault.name(), seconds, broken);
    }

    /** Waits until nothing moves and returns, in words, every promise that is broken. */
    List<String> broken() throws Exception {
        List<String> broken = new ArrayList<>();
        if (!recovery.awaitQuiet()) {
            broken.add("the hubs did not come to rest: " + recovery.restless());
        }
        Set<String> received = portals.received();
        received.removeAll(receivedBefore);
        broken.addAll(promises.broken(truth(), answeringNode().api(), received));
        broken.addAll(Promises.few("lease of a poll taken early", leases.broken()));
        return broken;
    }

    /** Counts everything anew with the hub's own command, while the hubs run, and returns what it says when it differs. */
    List<String> recount() throws Exception {
        Child recount = product.hub("recount", folder.resolve("recount.out"), environment, List.of("recount"));
        int code = recount.exitCode(RECOUNT);
        return code == 0 ? List.of() : List.of("hub recount ended with " + code + ": " + recount.tail());
    }

    private Node answeringNode() {
        return nodes.stream().filter(node -> node.api().isUp()).findFirst().orElse(first());
    }

    /** Starts the hubs and returns when they serve. */
    void startHubs() throws IOException {
        for (Node node : nodes) {
            start(node);
        }
        nodes.forEach(Node::awaitServing);
    }

    /** Starts a hub as this stage wants it; further JVM options come after. */
    void start(Node node, String... more) throws IOException {
        List<String> options = new ArrayList<>();
        if (!setting.hubOptions().isEmpty()) {
            options.add(setting.hubOptions());
        }
        options.addAll(List.of(more));
        node.start(options.toArray(String[]::new));
    }

    Node first() {
        return nodes.get(0);
    }

    /** Lets each portal have so many new versions and records. */
    void news(int each) throws IOException, InterruptedException {
        for (String portal : CHANGING) {
            portals.change(portal, each);
        }
    }

    Truth truth() throws IOException, InterruptedException {
        Truth now = Truth.of(portals);
        now.faulty().removeAll(faultyBefore);
        return now;
    }

    private List<HubApi> answering() {
        return nodes.stream().filter(Node::isAlive).map(Node::api).toList();
    }

    private static Map<String, String> databaseSettings(Setting setting) {
        Map<String, String> all = new HashMap<>(Map.of("max_connections", "80", "max_wal_size", "192MB"));
        all.putAll(setting.database());
        return all;
    }

    @Override
    public void close() throws Exception {
        feed.close();
        leases.close();
        for (Node node : nodes) {
            node.close();
        }
        broker.close();
        database.close();
        toBroker.close();
        toDatabase.close();
        brokerDisk.close();
        databaseDisk.close();
    }
}
