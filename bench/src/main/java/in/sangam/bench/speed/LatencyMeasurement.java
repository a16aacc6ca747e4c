package in.sangam.bench.speed;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/**
 * How long a change at the portal takes until a KPI value shows it. Rows appear by a schedule, whatever the hub does; among
 * them are probes, cases of a block that has no others. A probe's latency is the first moment at which the API counts it, less
 * the moment at which it was due to appear, so that a hub that falls behind is charged for its queue. Ranking and change feed are looked
 * at beside.
 *
 * @param rate rows a second
 * @param seconds of the schedule
 * @param base rows that the hub has taken in before, which also warm it
 */
record LatencyMeasurement(int rate, int seconds, int base) {

    private static final String PROBE = "PROBE/";
    private static final String EVERY = "100ms";
    private static final int PROBES_A_SECOND = 10;
    private static final double MEDIAN_MS = 300;
    private static final double P99_MS = 1_000;
    private static final long LOOK_NANOS = Duration.ofMillis(20).toNanos();
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    Findings in(Workplace place) throws Exception {
        int size = base + rate * seconds;
        int stride = Math.max(1, rate / PROBES_A_SECOND);
        List<Caseload.Block> blocks = place.blocks();
        Caseload.Block probed = blocks.get(0);
        Caseload caseload = place.caseload(size, blocks.subList(1, blocks.size()));
        place.say("Writing %,d rows of the portal …", size);
        int[] row = {0};
        Findings findings = new Findings();
        try (Truth truth = new Truth(place.folder().resolve("truth.tsv"));
                RowFile rows = RowFile.write(
                        place.folder().resolve("rows.json"),
                        () -> isProbe(row[0]++, stride) ? caseload.filed(probed, PROBE + row[0]) : caseload.next(),
                        size,
                        truth);
                BenchPortal portal = new BenchPortal(rows, "bench-token")) {
            portal.show(() -> base);
            Path data = Files.createDirectory(place.folder().resolve("hub"));
            try (HubRun hub = HubRun.start(place.program(), portal, data, EVERY)) {
                hub.awaitRows(rows.lastChange(base), PATIENCE);
                place.say("%,d rows taken in; now %,d a second for %d s …", base, rate, seconds);
                ProcessorTime program = hub.program();
                ProcessorTime database = hub.database();
                long start = System.nanoTime();
                portal.show(() -> (int) Math.min(size, base + (System.nanoTime() - start) / 1e9 * rate));
                try (ChangeWatch changes = new ChangeWatch(hub.api())) {
                    Durations latencies = watch(hub, probed, stride, size, start);
                    double cores = (program.seconds() + database.seconds()) / ((System.nanoTime() - start) / 1e9);
                    hub.awaitRows(rows.lastChange(size), PATIENCE);
                    findings.note(
                            "rows a second, by schedule", String.format(Locale.ROOT, "%,d for %d s", rate, seconds));
                    findings.note("period of polling", EVERY);
                    findings.note("cores used by hub and database", String.format(Locale.ROOT, "%.2f", cores));
                    findings.note("portal change to KPI value", latencies.toString());
                    findings.below("median", latencies.at(0.5), MEDIAN_MS);
                    findings.below("99th percentile", latencies.at(0.99), P99_MS);
                    changes.into(findings, hub.connection(), number -> due(number, start), P99_MS);
                }
                findings.outcome(hub.check(truth, size));
            }
        }
        return findings;
    }

    private boolean isProbe(int row, int stride) {
        return row >= base && (row - base) % stride == stride - 1;
    }

    /** Returns when the probe of a number appeared by the schedule. */
    private long due(String number, long start) {
        int row = Integer.parseInt(number.substring(PROBE.length()));
        return start + (long) ((row - base) / (double) rate * 1e9);
    }

    /** Asks for the probed block's open cases until all probes are counted, and notes when each was. */
    private Durations watch(HubRun hub, Caseload.Block probed, int stride, int size, long start) throws Exception {
        Durations latencies = new Durations();
        int probes = (size - base) / stride;
        String path = "/api/v1/kpi-values?kpi=rtps-pending-beyond-limit&place=" + probed.code();
        long end = start + Duration.ofSeconds(seconds).plus(PATIENCE).toNanos();
        for (int seen = 0; seen < probes; ) {
            int counted = open(hub.api().get(path));
            long now = System.nanoTime();
            for (; seen < Math.min(counted, probes); seen++) {
                long due = start + (long) ((seen + 1) * (double) stride / rate * 1e9);
                latencies.with(now - due);
            }
            if (now > end) {
                throw new IllegalStateException("Only " + seen + " of " + probes + " probes were ever counted");
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
        return latencies;
    }

    private static int open(JsonNode answer) {
        JsonNode value = answer.path("data").path(0);
        return value.path("denominator").asInt(0);
    }
}
