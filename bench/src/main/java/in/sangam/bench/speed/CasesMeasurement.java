package in.sangam.bench.speed;

import in.sangam.bench.Child;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a store of many cases costs: the ordinary path beside one of a fiftieth of the size, the lookup of a case, ranking and
 * explanation while records come, the recount. The store is filled by copies ({@link CaseCopies}); what is measured goes
 * through the product. Half of the measured rows are new versions of cases anywhere in the store.
 *
 * @param cases that the store holds in the end
 */
record CasesMeasurement(long cases) {

    /** Seen: 1.3 kB a record with its indexes, and the log of the database beside it. */
    private static final double BYTES_A_CASE = 1_500;

    private static final double BYTES_BESIDE = 6e9;
    private static final double MOST_GROWTH = 1.2;
    private static final double BOUND_MS = 100;
    private static final int LOOKUPS = 2_000;
    private static final int LOOKUPS_A_SECOND = 50;
    private static final int TRICKLE_A_SECOND = 200;
    private static final int TRICKLE_SECONDS = 30;
    private static final int CALLS_A_SECOND = 6;
    private static final Duration PATIENCE = Duration.ofHours(1);

    Findings in(Workplace place) throws Exception {
        place.mustHaveRoom(
                cases * BYTES_A_CASE + BYTES_BESIDE, String.format(Locale.ROOT, "A store of %,d cases", cases));
        long small = Math.max(5_000, cases / 50);
        int base = (int) Math.min(200_000, small);
        int work = (int) Math.min(100_000, Math.max(2_000, small / 5));
        CaseStages stages = new CaseStages(place, base, work, TRICKLE_A_SECOND * TRICKLE_SECONDS, small, cases);
        Findings findings = new Findings();
        try (Truth truth = new Truth(place.folder().resolve("truth.tsv"));
                RowFile rows = RowFile.write(place.folder().resolve("rows.json"), stages::next, stages.size(), truth);
                BenchPortal portal = new BenchPortal(rows, "bench-token")) {
            Path data = Files.createDirectory(place.folder().resolve("hub"));
            portal.show(() -> base);
            CaseCopies copies;
            double before;
            long first;
            try (HubRun hub = HubRun.start(place.program(), portal, data, "1s")) {
                hub.awaitRows(rows.lastChange(base), PATIENCE);
                copies = CaseCopies.ofAll(hub.connection());
                first = copies.fillTo(small, place);
                before = cost(hub, portal, rows, base + work, base + 2 * work);
            }
            recount(place, data, findings, first);
            try (HubRun hub = HubRun.start(place.program(), portal, data, "1s")) {
                CaseCopies more = copies.on(hub.connection());
                long filled = more.fillTo(cases, place);
                double after = cost(hub, portal, rows, base + 3 * work, base + 4 * work);
                findings.note("cases", String.format(Locale.ROOT, "%,d, then %,d", first, filled));
                findings.promise(
                        "µs of a core a record then, before",
                        String.format(Locale.ROOT, "%.1f, %.1f: %.2f ×", after, before, after / before),
                        "<= " + MOST_GROWTH + " ×",
                        after <= MOST_GROWTH * before);
                lookUp(hub, stages, more.copies(), findings);
                ask(hub, portal, rows, stages, findings);
                check(hub, truth, stages.size(), findings);
            }
            recount(place, data, findings, cases);
        }
        return findings;
    }

    /** Lets the first rows warm the hub and returns the µs of a core that each of the others costs hub and database. */
    private static double cost(HubRun hub, BenchPortal portal, RowFile rows, int warm, int all) throws Exception {
        portal.show(() -> warm);
        hub.awaitRows(rows.lastChange(warm), PATIENCE);
        ProcessorTime program = hub.program();
        ProcessorTime database = hub.database();
        portal.show(() -> all);
        hub.awaitRows(rows.lastChange(all), PATIENCE);
        return (program.seconds() + database.seconds()) * 1e6 / (all - warm);
    }

    private static void lookUp(HubRun hub, CaseStages stages, int copies, Findings findings) throws Exception {
        ApiLoad.Kind kind =
                new ApiLoad.Kind("lookup by case id", n -> "/api/v1/cases/rtps/" + stages.anyNumber(n, copies));
        try (ApiLoad calls = new ApiLoad(hub.api(), LOOKUPS_A_SECOND, List.of(kind))) {
            Thread.sleep(Duration.ofSeconds(LOOKUPS / LOOKUPS_A_SECOND).toMillis());
            calls.into(findings, BOUND_MS);
        }
    }

    private static void ask(HubRun hub, BenchPortal portal, RowFile rows, CaseStages stages, Findings findings)
            throws Exception {
        int from = stages.size() - TRICKLE_A_SECOND * TRICKLE_SECONDS;
        long start = System.nanoTime();
        portal.show(() -> (int) Math.min(stages.size(), from + (System.nanoTime() - start) / 1e9 * TRICKLE_A_SECOND));
        try (ApiLoad calls = new ApiLoad(hub.api(), CALLS_A_SECOND, OutageMeasurement.kinds(stages.blocks()))) {
            hub.awaitRows(rows.lastChange(stages.size()), PATIENCE);
            findings.note("rows a second while asking", Integer.toString(TRICKLE_A_SECOND));
            calls.into(findings, BOUND_MS);
        }
    }

    private static void check(HubRun hub, Truth truth, int shown, Findings findings) throws Exception {
        long[] records = hub.checkRecords(truth, shown);
        findings.promise(
                "records that the portal gave",
                String.format(Locale.ROOT, "%,d, %,d wrong", records[0], records[1]),
                "none wrong",
                records[0] > 0 && records[1] == 0);
    }

    /** Counts a stopped hub's records anew, in the memory that the hub has. */
    private static void recount(Workplace place, Path data, Findings findings, long cases) throws Exception {
        Path output = place.folder().resolve("recount.out");
        Files.deleteIfExists(output);
        long start = System.nanoTime();
        long most = 0;
        try (Child child = Child.start("recount", place.program().verb("recount", data), Map.of(), output)) {
            while (child.isAlive()) {
                most = Math.max(most, child.residentMebibytes());
                Thread.sleep(200);
            }
            int code = child.exitCode(Duration.ofSeconds(10));
            List<String> lines = Files.readAllLines(output);
            int table = lines.indexOf("records cells wrong") + 1;
            findings.promise(
                    String.format(Locale.ROOT, "recount of about %,d cases", cases),
                    String.format(
                            Locale.ROOT,
                            "%.0f s, at most %d MiB resident, exit code %d; records, cells, wrong: %s",
                            (System.nanoTime() - start) / 1e9,
                            most,
                            code,
                            lines.get(table)),
                    "no cell wrong",
                    code == 0);
        }
    }
}
