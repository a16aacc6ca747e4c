package in.sangam.bench.campaign;

import in.sangam.bench.Await;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.DoubleStream;

/** One portal takes half a minute for each answer: how long the news of the others takes meanwhile, and without it. */
final class SlowPortal {

    private static final String SLOW = "rtps";
    private static final List<String> OTHERS = List.of("lok-shikayat", "hrms", "cpgrams");
    private static final int SECONDS_AN_ANSWER = 30;
    private static final int NEWS = 100;
    private static final int ROUNDS = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration UNTIL_EVERY_POLL_HANGS = Duration.ofSeconds(5);

    /** More than one round differs from another, and far less than one answer of the slow portal. */
    private static final double ALLOWED_SECONDS = 5;

    private SlowPortal() {}

    static void strike(Stage stage) throws Exception {
        double usual = lagOfTheOthers(stage);
        stage.portals.slow(SLOW, SECONDS_AN_ANSWER);
        LockSupport.parkNanos(UNTIL_EVERY_POLL_HANGS.toNanos());
        stage.portals.change(SLOW, NEWS);
        double meanwhile = lagOfTheOthers(stage);
        boolean wasSlow = !stored(stage, versions(stage, List.of(SLOW)));
        stage.portals.clearFaults();
        stage.faultEnds();
        if (!wasSlow) {
            throw new Fault.NotReached("the news of the slow portal came as soon as that of the others");
        }
        String seen = String.format(
                Locale.ROOT,
                "news of three other portals stored after %.1f s (median of %d); before, with none slow, after %.1f s",
                meanwhile,
                ROUNDS,
                usual);
        if (meanwhile > usual + ALLOWED_SECONDS) {
            throw new IllegalStateException(seen);
        }
        stage.note(seen);
    }

    /** Returns the median of some rounds: seconds from the others' news until all of it is stored. */
    private static double lagOfTheOthers(Stage stage) throws Exception {
        DoubleStream.Builder seconds = DoubleStream.builder();
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            for (String portal : OTHERS) {
                stage.portals.change(portal, NEWS);
            }
            Map<RecordKey, Long> told = versions(stage, OTHERS);
            Await.until(PATIENCE, "the news of " + OTHERS, () -> stored(stage, told));
            seconds.add((System.nanoTime() - start) / 1e9);
        }
        return seconds.build().sorted().skip(ROUNDS / 2).findFirst().orElseThrow();
    }

    private static Map<RecordKey, Long> versions(Stage stage, List<String> portals) throws Exception {
        Map<RecordKey, Long> versions = stage.truth().versions();
        versions.keySet().removeIf(key -> !portals.contains(key.portal()));
        return versions;
    }

    private static boolean stored(Stage stage, Map<RecordKey, Long> versions) throws Exception {
        Map<RecordKey, Long> stored = stage.store.versions();
        return versions.entrySet().stream()
                .allMatch(each -> stored.getOrDefault(each.getKey(), Long.MIN_VALUE) >= each.getValue());
    }
}
