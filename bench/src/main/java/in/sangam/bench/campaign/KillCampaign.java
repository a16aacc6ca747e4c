package in.sangam.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** One data folder, one sandbox that survives, and a hub that is killed again and again while it loads. */
final class KillCampaign {

    /** The points between two commits, and null for any instant. */
    private static final List<String> SEAMS = List.of(
            "after-fetch",
            "after-broker-commit",
            "before-normalised-send",
            "after-database-commit",
            "after-outbox-claim",
            "any instant");

    private static final String ANY = "any instant";

    /**
     * One kill.
     *
     * @param seconds from the start of the hub to its end
     * @param happened false when the hub never came to the seam
     */
    record Kill(String where, double seconds, boolean happened) {}

    private final Product product;
    private final Path folder;
    private final double scale;
    private final Random random;

    KillCampaign(Product product, Path folder, double scale, long seed) {
        this.product = product;
        this.folder = folder;
        this.scale = scale;
        this.random = new Random(seed);
    }

    Kill kill(int number) throws Exception {
        String where = SEAMS.get(number % SEAMS.size());
        giveWork();
        long start = System.nanoTime();
        boolean happened = where.equals(ANY) ? killAnyTime() : killAt(where + ":" + (1 + random.nextInt(4)));
        return new Kill(where, (System.nanoTime() - start) / 1e9, happened);
    }

    /** Runs {@code demo --settle} to its end, with its table on {@code out}, and returns its exit code. */
    int settle(PrintWriter out) throws Exception {
        Path output = folder.resolve("settle.out");
        int code = demo(output, "", List.of("--settle")).exitCode(Duration.ofMinutes(15));
        Files.readAllLines(output).forEach(out::println);
        return code;
    }

    private boolean killAt(String seam) throws Exception {
        Child hub = demo(folder.resolve("hub.out"), "-Dsangam.crash.at=" + seam, List.of());
        try {
            return hub.exitCode(Duration.ofMinutes(3)) == 137;
        } catch (IllegalStateException neverReached) {
            hub.kill();
            return false;
        }
    }

    private boolean killAnyTime() throws Exception {
        Child hub = demo(folder.resolve("hub.out"), "", List.of());
        Thread.sleep(4_000 + random.nextInt(20_000));
        boolean alive = hub.isAlive();
        hub.kill();
        return alive;
    }

    private Child demo(Path output, String javaOptions, List<String> more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "demo",
                "--port",
                "0",
                "--scale",
                Double.toString(scale),
                "--data",
                folder.resolve("data").toString()));
        arguments.addAll(more);
        return product.hub("hub", output, Map.of("HUB_JAVA_OPTIONS", javaOptions), arguments);
    }

    /** Lets the portals have news, so that every seam is reached even when the first load is done. */
    private void giveWork() throws Exception {
        Path running = folder.resolve("data/sandbox/sandbox.properties");
        if (Files.exists(running)) {
            SandboxPortals portals = new SandboxPortals(running);
            for (String portal : List.of("rtps", "lok-shikayat", "hrms", "cpgrams")) {
                portals.change(portal, 200);
            }
        }
    }
}
