package in.sangam.bench.speed;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * A hub comes back after a long outage: so many events have happened at the portal meanwhile. While it catches up, dashboards
 * call its API at a steady rate.
 *
 * @param events while the hub was away
 * @param base rows that it had taken in before
 */
record OutageMeasurement(int events, int base) {

    private static final int CALLS_A_SECOND = 6;
    private static final double BOUND_MS = 100;
    /** Rows at the portal, the truth, records, pages, history and journal: seen 2.6 kB an event. */
    private static final double BYTES_AN_EVENT = 4_000;

    private static final int SLOWEST_A_SECOND = 300;

    Findings in(Workplace place) throws Exception {
        int size = base + events;
        place.mustHaveRoom(size * BYTES_AN_EVENT, String.format(Locale.ROOT, "An outage of %,d events", events));
        Duration patience = Duration.ofMinutes(5).plusSeconds(size / SLOWEST_A_SECOND);
        place.say("Writing %,d rows of the portal …", size);
        Findings findings = new Findings();
        List<Caseload.Block> blocks = place.blocks();
        Caseload caseload = place.caseload(size, blocks);
        try (Truth truth = new Truth(place.folder().resolve("truth.tsv"));
                RowFile rows = RowFile.write(place.folder().resolve("rows.json"), caseload::next, size, truth);
                BenchPortal portal = new BenchPortal(rows, "bench-token")) {
            portal.show(() -> base);
            Path data = Files.createDirectory(place.folder().resolve("hub"));
            try (HubRun hub = HubRun.start(place.program(), portal, data, "10m")) {
                hub.awaitRows(rows.lastChange(base), patience);
            }
            place.say("%,d rows taken in and the hub stopped; %,d events happen …", base, events);
            portal.show(() -> size);
            try (HubRun hub = HubRun.start(place.program(), portal, data, "10m")) {
                long start = System.nanoTime();
                ProcessorTime program = hub.program();
                ProcessorTime database = hub.database();
                ApiLoad calls = new ApiLoad(hub.api(), CALLS_A_SECOND, kinds(blocks));
                double seconds;
                try (calls) {
                    seconds = (hub.awaitRows(rows.lastChange(size), patience) - start) / 1e9;
                }
                findings.note(
                        "caught up",
                        String.format(
                                Locale.ROOT, "%,d events in %,.0f s: %,.0f/s", events, seconds, events / seconds));
                findings.note(
                        "µs of a core an event",
                        String.format(
                                Locale.ROOT,
                                "%.1f + %.1f in the database, the calls among them",
                                program.seconds() * 1e6 / events,
                                database.seconds() * 1e6 / events));
                findings.note("resident memory of the hub", hub.residentMebibytes() + " MiB");
                findings.note("API calls a second meanwhile", Integer.toString(CALLS_A_SECOND));
                calls.into(findings, BOUND_MS);
                findings.outcome(hub.check(truth, size));
            }
        }
        return findings;
    }

    /** What dashboards ask: the ranking, the values of a district, why a mark is what it is. */
    static List<ApiLoad.Kind> kinds(List<Caseload.Block> blocks) {
        List<String> districts =
                blocks.stream().map(Caseload.Block::parent).distinct().toList();
        return List.of(
                new ApiLoad.Kind("ranking", n -> "/api/v1/ranking?subject=district"),
                new ApiLoad.Kind("kpi-values of a district", n -> "/api/v1/kpi-values?place=" + of(districts, n)),
                new ApiLoad.Kind("explain", n -> "/api/v1/explain?place=" + of(districts, n)));
    }

    private static String of(List<String> districts, int n) {
        return districts.get(Math.floorMod(n, districts.size()));
    }
}
