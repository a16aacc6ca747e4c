package in.sangam.bench.campaign;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Disks that are full, read-only or slow. */
final class DiskFaults {

    private static final int NEWS = 300;
    private static final Duration FULL = Duration.ofSeconds(12);
    private static final Duration SLOW = Duration.ofSeconds(15);

    /** A broker that met a failing disk ends itself, which takes it some time. */
    private static final Duration ENDING = Duration.ofSeconds(20);

    private static final String FLUSHES = "fsync,fdatasync";
    private static final int DELAY_MICROS = 200_000;

    private DiskFaults() {}

    static List<Fault> rows() {
        return List.of(
                new Fault("disk of the journal full", DiskFaults::journalFull),
                new Fault("disk of the database full", DiskFaults::databaseFull),
                new Fault("disk of the journal read-only at a start", DiskFaults::journalReadOnly),
                new Fault("disk of the database read-only at a start", DiskFaults::databaseReadOnly),
                new Fault("slow disk under the journal", stage -> slow(stage, stage.broker.pid())),
                new Fault("slow disk under the database", stage -> slow(stage, stage.database.pid())));
    }

    private static void journalFull(Stage stage) throws Exception {
        needsOwn(stage.brokerDisk);
        stage.brokerDisk.fill();
        try {
            stage.news(NEWS);
            pause(FULL);
        } finally {
            stage.brokerDisk.free();
        }
        stage.broker.startIfItEnds(ENDING);
    }

    private static void databaseFull(Stage stage) throws Exception {
        needsOwn(stage.databaseDisk);
        stage.databaseDisk.fill();
        try {
            stage.news(NEWS);
            pause(FULL);
        } finally {
            stage.databaseDisk.free();
        }
        if (!stage.database.isAlive()) {
            stage.database.startPatiently();
        }
    }

    private static void journalReadOnly(Stage stage) throws Exception {
        needsOwn(stage.brokerDisk);
        stage.news(NEWS);
        stage.broker.kill();
        mustBe(stage.brokerDisk.readOnly());
        try {
            stage.broker.launch();
            pause(FULL);
        } finally {
            stage.brokerDisk.writable();
        }
        stage.faultEnds();
        stage.broker.kill();
        stage.broker.start();
    }

    private static void databaseReadOnly(Stage stage) throws Exception {
        needsOwn(stage.databaseDisk);
        stage.news(NEWS);
        stage.database.stopImmediately();
        mustBe(stage.databaseDisk.readOnly());
        try {
            stage.database.start();
            throw new Fault.NotReached("the database started on a read-only disk");
        } catch (RuntimeException refused) {
            pause(FULL);
        } finally {
            stage.databaseDisk.writable();
        }
        stage.faultEnds();
        stage.database.startPatiently();
    }

    /** Holds every flush of a process and its children for a fifth of a second. */
    private static void slow(Stage stage, long pid) throws Exception {
        Process trace;
        try {
            trace = new ProcessBuilder(
                            "strace",
                            "-f",
                            "-p",
                            Long.toString(pid),
                            "-o",
                            "/dev/null",
                            "-e",
                            "trace=" + FLUSHES,
                            "-e",
                            "inject=" + FLUSHES + ":delay_enter=" + DELAY_MICROS)
                    .redirectErrorStream(true)
                    .redirectOutput(Path.of("/dev/null").toFile())
                    .start();
        } catch (IOException notInstalled) {
            throw new Fault.Skipped("strace, which slows the flushes of a process, is not installed");
        }
        if (trace.waitFor(1, TimeUnit.SECONDS)) {
            throw new Fault.Skipped("strace may not look into other processes here");
        }
        try {
            stage.news(NEWS);
            pause(SLOW);
        } finally {
            trace.destroy();
            trace.waitFor(10, TimeUnit.SECONDS);
        }
    }

    private static void needsOwn(Disk disk) throws Fault.Skipped {
        if (!disk.isOwn()) {
            throw new Fault.Skipped("a small disk cannot be mounted here: that takes root and a mount namespace");
        }
    }

    private static void mustBe(boolean readOnly) throws Fault.NotReached {
        if (!readOnly) {
            throw new Fault.NotReached("the disk could not be made read-only");
        }
    }

    private static void pause(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }
}
