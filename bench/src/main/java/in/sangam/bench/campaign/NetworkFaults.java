package in.sangam.bench.campaign;

import in.sangam.bench.Await;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** What networks do between hub, broker and database. */
final class NetworkFaults {

    private static final int NEWS = 300;
    private static final int CUTS = 5;
    private static final int FLAPS = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private NetworkFaults() {}

    static List<Fault> rows() {
        return List.of(
                new Fault("connection to the database cut at 5 commits", NetworkFaults::cutAtCommit),
                new Fault("connection to the broker dropped 8 times", stage -> drop(stage, stage.toBroker)),
                new Fault("broker out of reach for 10 s", stage -> away(stage, stage.toBroker)),
                new Fault("database out of reach for 10 s", stage -> away(stage, stage.toDatabase)),
                new Fault("network flaps between hub, broker and database", NetworkFaults::flap));
    }

    /** The database has committed and the hub never hears of it. */
    private static void cutAtCommit(Stage stage) throws Exception {
        stage.toDatabase.cutAtCommit(CUTS);
        stage.news(NEWS);
        Await.until(PATIENCE, "the last cut commit", () -> stage.toDatabase.cutsLeft() <= 0);
    }

    private static void drop(Stage stage, Relay relay) throws Exception {
        stage.news(NEWS);
        for (int i = 0; i < FLAPS; i++) {
            pause(100 + stage.random.nextInt(600));
            relay.dropAll();
        }
    }

    private static void away(Stage stage, Relay relay) throws Exception {
        stage.news(NEWS);
        pause(stage.random.nextInt(1_000));
        relay.cut();
        try {
            pause(10_000);
        } finally {
            relay.heal();
        }
    }

    private static void flap(Stage stage) throws Exception {
        stage.news(NEWS);
        for (int i = 0; i < FLAPS; i++) {
            Relay relay = stage.random.nextBoolean() ? stage.toBroker : stage.toDatabase;
            relay.cut();
            pause(200 + stage.random.nextInt(1_500));
            relay.heal();
            pause(stage.random.nextInt(800));
        }
    }

    private static void pause(long milliseconds) {
        LockSupport.parkNanos(Duration.ofMillis(milliseconds).toNanos());
    }
}
