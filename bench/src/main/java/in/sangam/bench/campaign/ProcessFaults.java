package in.sangam.bench.campaign;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Processes that end, or stand still, while they work. */
final class ProcessFaults {

    private static final int NEWS = 300;
    private static final int OUT_OF_MEMORY = 3;
    private static final Duration STANDSTILL = Duration.ofSeconds(12);

    private ProcessFaults() {}

    static List<Fault> rows() {
        return List.of(
                new Fault("hub killed", ProcessFaults::killHub),
                new Fault("broker killed", ProcessFaults::killBroker),
                new Fault("database stopped immediately", ProcessFaults::killDatabase),
                new Fault("hub, broker and database killed at once", ProcessFaults::killAll),
                new Fault("broker stands still for 12 s", stage -> standStill(stage, stage.broker.pid())),
                new Fault("database stands still for 12 s", stage -> standStill(stage, stage.database.pid())),
                new Fault("hub with a heap too small", ProcessFaults::smallHeap),
                new Fault("clock jumps", ProcessFaults::clockJump));
    }

    private static void killHub(Stage stage) throws Exception {
        stage.news(NEWS);
        pauseUpTo(stage, 2_500);
        int code = stage.first().kill();
        stage.faultEnds();
        stage.start(stage.first());
        if (code != Node.KILLED) {
            throw new Fault.NotReached("the hub ended with " + code);
        }
    }

    private static void killBroker(Stage stage) throws Exception {
        stage.news(NEWS);
        pauseUpTo(stage, 2_500);
        stage.broker.kill();
        stage.faultEnds();
        stage.broker.start();
    }

    private static void killDatabase(Stage stage) throws Exception {
        stage.news(NEWS);
        pauseUpTo(stage, 2_500);
        stage.database.stopImmediately();
        stage.faultEnds();
        stage.database.startPatiently();
    }

    private static void killAll(Stage stage) throws Exception {
        stage.news(NEWS);
        pauseUpTo(stage, 2_500);
        stage.broker.kill();
        stage.first().kill();
        stage.database.stopImmediately();
        stage.faultEnds();
        stage.database.startPatiently();
        stage.broker.start();
        stage.start(stage.first());
    }

    /** All of a process group of one: the postmaster's children go on, but nobody new is let in. */
    private static void standStill(Stage stage, long pid) throws Exception {
        Processes.signal("STOP", pid);
        try {
            stage.news(NEWS);
            LockSupport.parkNanos(STANDSTILL.toNanos());
        } finally {
            Processes.signal("CONT", pid);
        }
    }

    private static void smallHeap(Stage stage) throws Exception {
        Node hub = stage.first();
        hub.close();
        stage.start(hub, "-Xms64m", "-Xmx110m");
        stage.news(NEWS * 3);
        int code = hub.exitCode(Duration.ofSeconds(60));
        if (code < 0) {
            hub.kill();
        }
        stage.faultEnds();
        stage.start(hub);
        if (code >= 0 && code != OUT_OF_MEMORY) {
            throw new Fault.NotReached("the hub ended with " + code + " and not for want of memory");
        }
    }

    private static void clockJump(Stage stage) throws Fault.Skipped {
        throw new Fault.Skipped(
                "one process's clock cannot be set apart from the machine's without a library that is not here");
    }

    private static void pauseUpTo(Stage stage, int milliseconds) {
        LockSupport.parkNanos(
                Duration.ofMillis(stage.random.nextInt(milliseconds)).toNanos());
    }
}
