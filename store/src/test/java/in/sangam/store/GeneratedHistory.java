package in.sangam.store;

import static in.sangam.store.Sample.FETCHED;

import in.sangam.core.page.NormalisedPage;
import in.sangam.core.page.Rejection;
import in.sangam.core.record.CanonicalRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Some records of one place through their versions and corrections, cut into pages that are delivered in any order, some
 * rows and some pages more than once. Same seed, same history.
 */
final class GeneratedHistory {

    /** One content of one version; the larger fetch instant is the later content. */
    private record Told(CanonicalRecord record, Instant fetched, String pageId) {}

    private static final Comparator<Told> AGE = Comparator.<Told>comparingLong(
                    t -> t.record().version().order())
            .thenComparing(Told::fetched)
            .thenComparing(Told::pageId);

    private final int seed;
    private final Random random;
    private final List<NormalisedPage> pages = new ArrayList<>();
    private final Map<String, Told> newest = new HashMap<>();

    GeneratedHistory(int seed) {
        this.seed = seed;
        this.random = new Random(seed);
        List<CanonicalRecord> left = versions();
        for (int second = 0; !left.isEmpty() || second == 0; second++) {
            left = tell(left, second);
        }
    }

    String place() {
        return "h" + seed;
    }

    /** Returns the records as they must be at the end. */
    Collection<CanonicalRecord> newest() {
        return newest.values().stream().map(Told::record).toList();
    }

    /** Returns how many rows the distinct pages bring. */
    int rows() {
        return pages.stream().mapToInt(NormalisedPage::received).sum();
    }

    /** Returns the pages in a random order, a third of them twice. */
    List<NormalisedPage> deliveries() {
        List<NormalisedPage> deliveries = new ArrayList<>(pages);
        pages.stream().filter(page -> random.nextInt(3) == 0).forEach(deliveries::add);
        Collections.shuffle(deliveries, random);
        return deliveries;
    }

    /** Returns pages that each hold the same keys at rising versions, every page in an order of its own. */
    static List<NormalisedPage> shuffledPages(int pages, int keys) {
        Random random = new Random(7);
        List<NormalisedPage> all = new ArrayList<>();
        for (int page = 0; page < pages; page++) {
            List<CanonicalRecord> records = new ArrayList<>();
            for (int key = 0; key < keys; key++) {
                records.add(Sample.pending("K" + key, page, "2026-10-%02d".formatted(1 + random.nextInt(28))));
            }
            Collections.shuffle(records, random);
            all.add(Sample.page("p" + page, FETCHED, records, List.of()));
        }
        return all;
    }

    private List<CanonicalRecord> versions() {
        List<CanonicalRecord> all = new ArrayList<>();
        for (int key = 0; key < 2 + random.nextInt(6); key++) {
            for (int version = 1; version <= 1 + random.nextInt(5); version++) {
                for (int content = 0; content <= random.nextInt(3) / 2; content++) {
                    all.add(record(key, version));
                }
            }
        }
        Collections.shuffle(all, random);
        return all;
    }

    private CanonicalRecord record(int key, int version) {
        String registered = "2026-0%d-%02d".formatted(1 + random.nextInt(9), 1 + random.nextInt(28));
        String disposed = random.nextBoolean() ? null : "2026-10-%02d".formatted(1 + random.nextInt(28));
        return Sample.record("h" + seed + "/" + key, version, place(), registered, disposed);
    }

    /** Cuts one page off, told twice now and then, and returns what is left to tell. */
    private List<CanonicalRecord> tell(List<CanonicalRecord> left, int second) {
        int size = Math.min(left.size(), 1 + random.nextInt(8));
        List<CanonicalRecord> rows = new ArrayList<>(left.subList(0, size));
        if (!rows.isEmpty() && random.nextInt(3) == 0) {
            rows.add(rows.get(rows.size() - 1));
        }
        List<Rejection> bad = random.nextInt(4) == 0 ? List.of(Sample.rejection(rows.size(), "bad" + seed)) : List.of();
        for (int time = 0; time <= random.nextInt(2); time++) {
            // Both fetches come before the next page's, as a content that is corrected is not told again.
            Instant fetched = FETCHED.plusSeconds(second).plusMillis(time);
            String pageId = "h" + seed + "-" + second + "-" + time;
            pages.add(Sample.page(pageId, fetched, rows, bad));
            rows.forEach(row -> newest.merge(
                    row.key().sourceId(), new Told(row, fetched, pageId), (a, b) -> AGE.compare(a, b) <= 0 ? b : a));
        }
        return left.subList(size, left.size());
    }
}
