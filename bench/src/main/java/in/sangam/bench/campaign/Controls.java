package in.sangam.bench.campaign;

import in.sangam.bench.Await;
import in.sangam.bench.broken.Breach;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** The negative controls: one or more for each class of faults. */
final class Controls {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** Commits are written ten seconds later, or when a great many have come together. */
    private static final Map<String, String> FORGETFUL = Map.of(
            "synchronous_commit",
            "off",
            "wal_writer_delay",
            "10s",
            "wal_writer_flush_after",
            "1GB",
            "wal_buffers",
            "64MB");

    static final Set<String> SHORT_FORM = Set.of("control, measures: old contributions stay");

    private Controls() {}

    static List<Control> all() {
        return List.of(
                Control.ofHub(
                        "control, hub: acknowledged before it is stored",
                        Breach.JMS_BEFORE_DATABASE,
                        stage -> whileLoading(stage, Controls::killHub)),
                Control.ofBroker(
                        "control, broker: journal written later",
                        Breach.JOURNAL_LAGS_BEHIND,
                        stage -> whileLoading(stage, Controls::killBroker)),
                new Control(
                        "control, database: commits written later",
                        1,
                        null,
                        null,
                        FORGETFUL,
                        stage -> whileLoading(stage, Controls::killDatabase)),
                Control.ofHub(
                        "control, network: failed send taken for done",
                        Breach.FAILED_SEND_TAKEN_FOR_DONE,
                        stage -> whileLoading(stage, loading -> drop(loading.toBroker))),
                Control.ofHub(
                        "control, deadlock: failed write taken for done",
                        Breach.FAILED_WRITE_TAKEN_FOR_DONE,
                        stage -> whileLoading(stage, loading -> drop(loading.toDatabase))),
                Control.ofHub(
                        "control, order: version guard removed",
                        Breach.VERSION_GUARD_REMOVED,
                        stage -> filled(stage, "pages come after newer ones")),
                Control.ofHub(
                        "control, measures: old contributions stay",
                        Breach.OLD_CONTRIBUTIONS_STAY,
                        stage -> filled(stage, "pages come in another order")),
                Control.ofHub(
                        "control, portals: rejected rows dropped",
                        Breach.REJECTIONS_DROPPED,
                        stage -> filled(stage, "rows that no one can read")),
                Control.ofHub(
                        "control, receiver: new key at each attempt",
                        Breach.NEW_KEY_AT_EACH_ATTEMPT,
                        stage -> filled(stage, "the receiving portal fails and loses answers")),
                new Control(
                        "control, nodes: lease for everyone",
                        2,
                        Breach.LEASE_FOR_EVERYONE,
                        null,
                        Map.of(),
                        stage -> filled(stage, "rolling restart of two hubs under load")));
    }

    /** Starts the hubs and strikes when much has been polled and little of it stored. */
    private static void whileLoading(Stage stage, Fault.Strike strike) throws Exception {
        for (Node node : stage.nodes) {
            stage.start(node);
        }
        Await.until(PATIENCE, "the first pages in the store", () -> hasPages(stage));
        strike.on(stage);
    }

    private static boolean hasPages(Stage stage) throws Exception {
        try {
            return stage.store.changes().pages().size() > 8;
        } catch (SQLException noSchemaYet) {
            return false;
        }
    }

    private static void filled(Stage stage, String fault) throws Exception {
        stage.startHubs();
        if (stage.recovery.awaitAll(stage.truth()) < 0) {
            return; // broken without a fault
        }
        stage.recovery.awaitQuiet();
        for (Fault each : Faults.all()) {
            if (each.name().equals(fault)) {
                each.strike().on(stage);
                return;
            }
        }
        throw new IllegalStateException("There is no fault '" + fault + "'");
    }

    private static void killHub(Stage stage) throws Exception {
        stage.first().kill();
        stage.start(stage.first());
        stage.first().awaitServing();
    }

    private static void killBroker(Stage stage) throws Exception {
        stage.broker.kill();
        stage.broker.start();
    }

    private static void killDatabase(Stage stage) throws Exception {
        stage.database.stopImmediately();
        stage.database.startPatiently();
    }

    /** Again and again, and with slow answers, so that something is under way when a connection breaks. */
    private static void drop(Relay relay) {
        relay.delayAnswers(Duration.ofMillis(100));
        for (int i = 0; i < 20; i++) {
            relay.dropAll();
            LockSupport.parkNanos(Duration.ofMillis(400).toNanos());
        }
        relay.delayAnswers(Duration.ZERO);
    }
}
