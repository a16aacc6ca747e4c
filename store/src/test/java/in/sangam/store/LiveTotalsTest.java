package in.sangam.store;

import static in.sangam.store.Sample.MEASURES;
import static org.assertj.core.api.Assertions.assertThat;

import in.sangam.core.measure.Contribution;
import in.sangam.core.page.NormalisedPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The central property: live totals equal a recount after any order, repetition or correction, however many write at once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LiveTotalsTest {

    private static final int HISTORIES = 240;
    private static final int WRITERS = 3;

    private final StoreDatabase database = StoreDatabase.fresh();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterAll
    void close() {
        threads.shutdownNow();
        database.close();
    }

    @Test
    void live_totals_equal_the_newest_versions_and_a_recount_after_any_order_repetition_and_correction()
            throws Exception {
        PageStore store = new PageStore(database.source(), MEASURES);
        AtomicBoolean writing = new AtomicBoolean(true);
        Future<Integer> folder = threads.submit(() -> foldWhile(writing));
        Future<Integer> reader = threads.submit(() -> readWhile(writing));
        long received = 0;
        for (int seed = 1; seed <= HISTORIES; seed++) {
            GeneratedHistory history = new GeneratedHistory(seed);
            write(store, history.deliveries());
            assertThat(live(history.place())).as("history %d", seed).isEqualTo(totals(history));
            received += history.rows();
        }
        writing.set(false);
        assertThat(folder.get()).isGreaterThan(HISTORIES);
        assertThat(reader.get()).isPositive();

        Recount.Report recount = new Recount(database.source()).compare(MEASURES);
        assertThat(recount.differences()).isEmpty();
        assertThat(recount.records()).isGreaterThan(HISTORIES);
        Accounts.Line account = new Accounts(database.source()).all().get(0);
        assertThat(account.received()).isEqualTo(received);
        assertThat(account.stored()).isGreaterThanOrEqualTo(recount.records());
        assertThat(account.corrected()).isPositive();
        assertThat(account.superseded()).isPositive();
        assertThat(account.unchanged()).isPositive();
    }

    @Test
    void without_the_guard_an_older_version_wins_and_this_test_sees_it() throws Exception {
        assertThat(firstWrongHistory(RecordUpsert.SQL.replace(RecordUpsert.GUARD, "true")))
                .isPositive();
    }

    @Test
    void without_the_old_contributions_totals_double_and_this_test_sees_it() throws Exception {
        assertThat(firstWrongHistory(RecordUpsert.SQL
                        .replace(RecordUpsert.GUARD, "true")
                        .replace("old.contributions", "null::text")))
                .isPositive();
        try (StoreDatabase broken = StoreDatabase.fresh()) {
            PageStore store = new PageStore(
                    broken.source(),
                    MEASURES,
                    new RecordUpsert(RecordUpsert.SQL
                            .replace(RecordUpsert.GUARD, "true")
                            .replace("old.contributions", "null::text")));
            store.store(Sample.page("p1", Sample.pending("A", 1, "2026-10-01")));
            store.store(Sample.page("p2", Sample.pending("A", 1, "2026-10-01")));
            assertThat(broken.rows("select sum(amount) from hub.measure_now where measure = 'open'"))
                    .containsExactly("2");
            assertThat(new Recount(broken.source()).compare(MEASURES).differences())
                    .isNotEmpty();
        }
    }

    @Test
    void two_writers_with_the_same_keys_in_shuffled_order_never_wait_for_each_other_in_a_ring() throws Exception {
        try (StoreDatabase own = StoreDatabase.fresh()) {
            PageStore store = new PageStore(own.source(), MEASURES);
            write(store, GeneratedHistory.shuffledPages(60, 100));
            assertThat(new Recount(own.source()).compare(MEASURES).differences())
                    .isEmpty();
            assertThat(own.rows("select sum(amount) from hub.measure_now where measure = 'opened'"))
                    .containsExactly("100");
        }
    }

    private int firstWrongHistory(String sql) throws Exception {
        try (StoreDatabase broken = StoreDatabase.fresh()) {
            PageStore store = new PageStore(broken.source(), MEASURES, new RecordUpsert(sql));
            for (int seed = 1; seed <= HISTORIES; seed++) {
                GeneratedHistory history = new GeneratedHistory(seed);
                write(store, history.deliveries());
                if (!live(broken, history.place()).equals(totals(history))) {
                    return seed;
                }
            }
            return 0;
        }
    }

    private void write(PageStore store, List<NormalisedPage> deliveries) throws Exception {
        Queue<NormalisedPage> queue = new ConcurrentLinkedQueue<>(deliveries);
        List<Callable<Void>> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            writers.add(() -> {
                for (NormalisedPage page = queue.poll(); page != null; page = queue.poll()) {
                    PageOutcome outcome = store.store(page);
                    assertThat(outcome.alreadyKnown() ? page.received() : outcome.received())
                            .isEqualTo(page.received());
                }
                return null;
            });
        }
        for (Future<Void> writer : threads.invokeAll(writers)) {
            writer.get();
        }
    }

    private int foldWhile(AtomicBoolean writing) {
        DeltaFolder folder = new DeltaFolder(database.source());
        int folded = 0;
        while (writing.get()) {
            folded += folder.fold();
        }
        return folded;
    }

    /** In every snapshot, what was opened and is not disposed is open, whether it is folded or not. */
    private int readWhile(AtomicBoolean writing) {
        int reads = 0;
        while (writing.get()) {
            assertThat(
                            database.rows(
                                    """
                            select subject from hub.measure_now group by subject having
                              sum(amount) filter (where measure = 'opened')
                              <> coalesce(sum(amount) filter (where measure = 'disposed'), 0)
                                 + sum(amount) filter (where measure = 'open')
                            """))
                    .isEmpty();
            reads++;
        }
        return reads;
    }

    private Map<String, String> live(String place) {
        return live(database, place);
    }

    private static Map<String, String> live(StoreDatabase database, String place) {
        Map<String, String> cells = new TreeMap<>();
        for (String row :
                database.rows("select measure, day, sum(amount)::bigint from hub.measure_now where subject = '" + place
                        + "' group by 1, 2 having sum(amount) <> 0")) {
            int last = row.lastIndexOf(' ');
            cells.put(row.substring(0, last), row.substring(last + 1));
        }
        return cells;
    }

    private static Map<String, String> totals(GeneratedHistory history) {
        Map<String, Long> sums = new TreeMap<>();
        history.newest().forEach(record -> {
            for (Contribution each : MEASURES.of(record)) {
                sums.merge(each.measure() + " " + each.day(), each.amount().longValueExact(), Long::sum);
            }
        });
        Map<String, String> cells = new TreeMap<>();
        sums.forEach((cell, sum) -> {
            if (sum != 0) {
                cells.put(cell, sum.toString());
            }
        });
        return cells;
    }
}
