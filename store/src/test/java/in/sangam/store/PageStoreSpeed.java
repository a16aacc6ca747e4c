package in.sangam.store;

import in.sangam.core.measure.Contribution;
import in.sangam.core.measure.Measures;
import in.sangam.core.page.NormalisedPage;
import in.sangam.core.page.PageHead;
import in.sangam.core.record.CanonicalRecord;
import in.sangam.core.record.Kind;
import in.sangam.core.record.RecordKey;
import in.sangam.core.record.Version;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How fast the store alone takes pages of 150 records, half of them new and half of them newer versions, with two writers and
 * the folder at work. Not a test: run its main, e.g. {@code java -cp … in.sangam.store.PageStoreSpeed 400000}.
 */
final class PageStoreSpeed {

    private static final int PAGE = 150;
    private static final int WRITERS = Integer.getInteger("writers", 2);
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);
    private static final Measures MEASURES = PageStoreSpeed::contributions;

    private PageStoreSpeed() {}

    public static void main(String[] arguments) throws Exception {
        int records = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 300_000;
        try (StoreDatabase database = StoreDatabase.fresh()) {
            PageStore store = new PageStore(database.source(), MEASURES);
            measure("warm-up", store, database, pages("w", 30_000));
            for (int round = 1; round <= 3; round++) {
                measure("round " + round, store, database, pages("r" + round, records / 3));
            }
            long began = System.nanoTime();
            Recount.Report report = new Recount(database.source()).compare(MEASURES);
            System.out.printf(
                    "recount: %,d records, %,d cells, %d differ, %.1f s%n",
                    report.records(), report.cells(), report.differences().size(), (System.nanoTime() - began) / 1e9);
            database.rows("select relname || ' ' || pg_size_pretty(pg_total_relation_size(oid)) from pg_class"
                            + " where relnamespace = 'hub'::regnamespace and relkind = 'r'"
                            + " and pg_total_relation_size(oid) > 1000000")
                    .forEach(System.out::println);
        }
        System.exit(0);
    }

    private static void measure(String name, PageStore store, StoreDatabase database, List<NormalisedPage> pages)
            throws Exception {
        AtomicBoolean working = new AtomicBoolean(true);
        DeltaFolder folder = new DeltaFolder(database.source());
        AtomicInteger next = new AtomicInteger();
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS + 1);
        writers.submit(() -> {
            while (working.get()) {
                folder.fold();
                TimeUnit.MILLISECONDS.sleep(100);
            }
            return null;
        });
        long began = System.nanoTime();
        double javaBefore = javaSeconds();
        double databaseBefore = databaseSeconds(database);
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            all.add(writers.submit(() -> {
                for (int page = next.getAndIncrement(); page < pages.size(); page = next.getAndIncrement()) {
                    store.store(pages.get(page));
                }
            }));
        }
        for (var writer : all) {
            writer.get();
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        System.out.printf(
                "%s: processor time for 1,000 records: Java %.1f ms, PostgreSQL %.1f ms%n",
                name,
                (javaSeconds() - javaBefore) * 1e6 / (pages.size() * PAGE),
                (databaseSeconds(database) - databaseBefore) * 1e6 / (pages.size() * PAGE));
        working.set(false);
        writers.shutdown();
        writers.awaitTermination(30, TimeUnit.SECONDS);
        began = System.nanoTime();
        int left = folder.fold();
        System.out.printf(
                "%s: %,d records/s (%,d records in %.1f s), %d pages left to fold in %.2f s%n",
                name,
                (long) (pages.size() * PAGE / seconds),
                pages.size() * PAGE,
                seconds,
                left,
                (System.nanoTime() - began) / 1e9);
    }

    private static double javaSeconds() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis() / 1e3;
    }

    /** Of the server's living processes on Linux, with 100 ticks a second. */
    private static double databaseSeconds(StoreDatabase database) throws IOException {
        double ticks = 0;
        for (String pid : database.rows("select pid from pg_stat_activity")) {
            Path stat = Path.of("/proc", pid, "stat");
            if (Files.exists(stat)) {
                String text = Files.readString(stat);
                String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
                ticks += Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
            }
        }
        return ticks / 100;
    }

    /** First versions in half of the rows, then a newer version of an earlier record. */
    private static List<NormalisedPage> pages(String prefix, int records) {
        Random random = new Random(1);
        List<NormalisedPage> pages = new ArrayList<>();
        int known = 0;
        for (int page = 0; page * PAGE < records; page++) {
            List<CanonicalRecord> rows = new ArrayList<>();
            for (int row = 0; row < PAGE; row++) {
                boolean fresh = known < 1_000 || row % 2 == 0;
                int key = fresh ? known++ : random.nextInt(known);
                rows.add(record(prefix, key, fresh ? 1 : 1_000_000L + page * PAGE + row, random));
            }
            PageHead head = new PageHead(
                    prefix + "-0192f0a1-7e11-7c3a-9a52-" + page,
                    "alpha",
                    "cases",
                    "ab".repeat(32),
                    "2026-10-01T10:00:00+05:30",
                    "2026-10-02T10:00:00+05:30",
                    Instant.parse("2026-10-31T10:00:00Z").plusMillis(page),
                    "cd".repeat(32));
            pages.add(new NormalisedPage(head, rows, List.of()));
        }
        return pages;
    }

    private static CanonicalRecord record(String prefix, int key, long version, Random random) {
        int day = key % 300;
        TreeMap<String, String> fields = new TreeMap<>();
        fields.put("service", "S" + key % 6);
        fields.put("mode", "normal");
        fields.put("channel", "online");
        fields.put("registered", FIRST_DAY.plusDays(day) + "T10:11:12.123456+05:30");
        fields.put("complete", FIRST_DAY.plusDays(day + 1) + "T10:11:12.123456+05:30");
        fields.put("due", FIRST_DAY.plusDays(day + 14).toString());
        fields.put("status", version == 1 ? "pending" : "disposed");
        if (version > 1) {
            fields.put("disposed", FIRST_DAY.plusDays(day + 5 + random.nextInt(20)) + "T16:11:12.123456+05:30");
        }
        TreeMap<String, String> attributes = new TreeMap<>();
        attributes.put("channelDetail", "KIOSK-" + key % 100);
        return new CanonicalRecord(
                new RecordKey("alpha", "cases", prefix + "C/2026/" + key),
                new Version(FIRST_DAY.plusDays(day) + "T10:11:12.123456+05:30", version),
                Kind.CASE,
                "petition",
                Integer.toString(1000 + key % 534),
                fields,
                attributes);
    }

    private static List<Contribution> contributions(CanonicalRecord record) {
        LocalDate registered = day(record, "registered");
        LocalDate due = day(record, "due");
        LocalDate disposed = day(record, "disposed");
        List<Contribution> all = new ArrayList<>();
        put(all, record, "cases.open", registered, BigDecimal.ONE);
        put(all, record, "cases.open", disposed, BigDecimal.ONE.negate());
        put(all, record, "cases.disposed", disposed, BigDecimal.ONE);
        if (disposed == null || disposed.isAfter(due)) {
            put(all, record, "cases.beyond-limit", due.plusDays(1), BigDecimal.ONE);
            put(all, record, "cases.beyond-limit", disposed, BigDecimal.ONE.negate());
        } else {
            put(all, record, "cases.disposed.in-time", disposed, BigDecimal.ONE);
        }
        return all;
    }

    private static LocalDate day(CanonicalRecord record, String field) {
        String value = record.field(field);
        return value == null ? null : LocalDate.parse(value.substring(0, 10));
    }

    private static void put(
            List<Contribution> all, CanonicalRecord record, String measure, LocalDate day, BigDecimal amount) {
        if (day != null) {
            all.add(new Contribution(measure, record.place(), record.field("service"), day, amount));
        }
    }
}
