package in.sangam.bench.speed;

import in.sangam.bench.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How a hub takes one long file that is dropped into a folder: from the moment that it has its name until all of its rows are
 * stored and counted, and how much heap that takes.
 *
 * @param rows of the file
 */
record DropMeasurement(int rows) {

    private static final double LEAST_A_SECOND = 10_000;
    private static final double MOST_HEAP = 512;

    /** What stays after a collection may differ so much between the second tenth of the way and the last. */
    private static final double MOST_GROWTH_MEBIBYTES = 64;

    private static final long SECOND = 1_000_000_000L;
    private static final int WARM = 20_000;
    private static final double BYTES_A_ROW = 2_500;
    private static final double BYTES_BESIDE = 2e9;
    private static final Duration PATIENCE = Duration.ofHours(1);
    private static final String TAKEN =
            """
            select case when exists (select from hub.measure_delta) then -1
                   else (select coalesce(sum(received), 0) from hub.account_now where stream = 'applications') end
            """;

    Findings in(Workplace place) throws Exception {
        place.mustHaveRoom(rows * BYTES_A_ROW + BYTES_BESIDE, String.format(Locale.ROOT, "A file of %,d rows", rows));
        Path drops = Files.createDirectory(place.folder().resolve("drops"));
        Caseload caseload = place.caseload(WARM + (long) rows, place.blocks());
        Findings findings = new Findings();
        try (Truth truth = new Truth(place.folder().resolve("truth.tsv"))) {
            place.say("Writing %,d rows …", rows);
            CsvFile.write(place.folder().resolve("warm.csv"), caseload::next, WARM, truth);
            CsvFile.write(place.folder().resolve("all.csv"), caseload::next, rows, truth);
            Path data = Files.createDirectory(place.folder().resolve("hub"));
            try (HubRun hub = HubRun.dropped(place.program(), drops, data)) {
                drop(place, drops, "warm.csv");
                Await.until(PATIENCE, "the first rows", () -> taken(hub) == WARM);
                measure(place, hub, drops, findings);
                long[] records = hub.checkRecords(truth, WARM + rows);
                findings.promise(
                        "records that the file gave",
                        String.format(Locale.ROOT, "%,d, %,d wrong", records[0], records[1]),
                        "none wrong",
                        records[0] > 0 && records[1] == 0);
            }
        }
        return findings;
    }

    private void measure(Workplace place, HubRun hub, Path drops, Findings findings) throws Exception {
        List<Double> heap = new ArrayList<>();
        ProcessorTime program = hub.program();
        ProcessorTime database = hub.database();
        long start = System.nanoTime();
        drop(place, drops, "all.csv");
        Await.until(PATIENCE, "all rows of the file", () -> {
            // Once a second: the metrics are not to be had for nothing.
            if (System.nanoTime() - start > heap.size() * SECOND) {
                heap.add(hub.api().heapMebibytes());
            }
            return taken(hub) == WARM + (long) rows;
        });
        double seconds = (System.nanoTime() - start) / 1e9;
        double perSecond = rows / seconds;
        findings.promise(
                "rows a second",
                String.format(Locale.ROOT, "%,.0f (%,d rows in %.1f s)", perSecond, rows, seconds),
                String.format(Locale.ROOT, ">= %,.0f", LEAST_A_SECOND),
                perSecond >= LEAST_A_SECOND);
        findings.note(
                "µs of a core a row, hub and database",
                String.format(
                        Locale.ROOT, "%.1f, %.1f", program.seconds() * 1e6 / rows, database.seconds() * 1e6 / rows));
        double most = heap.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        findings.promise(
                "heap at most",
                String.format(Locale.ROOT, "%,.0f MiB", most),
                String.format(Locale.ROOT, "< %,.0f MiB", MOST_HEAP),
                most > 0 && most < MOST_HEAP);
        double early = least(heap, 1);
        double late = least(heap, 9);
        findings.promise(
                "heap after collections, early and late",
                String.format(Locale.ROOT, "%,.0f, %,.0f MiB", early, late),
                String.format(Locale.ROOT, "no more than %,.0f MiB apart", MOST_GROWTH_MEBIBYTES),
                late - early <= MOST_GROWTH_MEBIBYTES);
        findings.note("resident", hub.residentMebibytes() + " MiB");
    }

    /** Returns the least heap within a tenth of the way: what is there just after a collection. */
    private static double least(List<Double> heap, int tenth) {
        int from = heap.size() * tenth / 10;
        int to = Math.max(from + 1, heap.size() * (tenth + 1) / 10);
        return heap.subList(from, Math.min(to, heap.size())).stream()
                .mapToDouble(Double::doubleValue)
                .min()
                .orElse(0);
    }

    /** A file gets its name when it is whole. */
    private static void drop(Workplace place, Path drops, String name) throws IOException {
        Files.move(place.folder().resolve(name), drops.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private static long taken(HubRun hub) throws SQLException {
        try (Statement statement = hub.connection().createStatement();
                ResultSet row = statement.executeQuery(TAKEN)) {
            row.next();
            return row.getLong(1);
        }
    }
}
