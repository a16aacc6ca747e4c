package in.sangam.store;

import static org.assertj.core.api.Assertions.assertThat;

import in.sangam.core.config.HubConfig;
import in.sangam.core.kpi.Formula;
import in.sangam.core.kpi.Period;
import in.sangam.core.kpi.Term;
import in.sangam.core.kpi.Term.Aggregate;
import in.sangam.core.place.Place;
import in.sangam.core.place.Places;
import in.sangam.core.record.CanonicalRecord;
import in.sangam.core.record.RecordKey;
import in.sangam.store.read.CountedRecord;
import in.sangam.store.read.MeasureReader;
import in.sangam.store.read.MeasureSnapshot;
import in.sangam.store.read.RecordReader;
import in.sangam.store.read.RecordsBehind;
import in.sangam.store.read.StoredRecord;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The read side: sums by place and month, and the records behind them. */
class ReadSideTest {

    private static final Places PLACES = HubConfig.load(Path.of("../config")).places();
    private static final String DISTRICT = "188";
    private static final String BLOCK = "1624";
    private static final Term DISPOSED = new Term(Aggregate.SUM, "disposed");
    private static final Term OPEN = new Term(Aggregate.AS_OF, "open");
    private static final LocalDate AS_OF = LocalDate.of(2026, 10, 20);
    private static final List<Period> MONTHS =
            List.of(Period.of("2026-08"), Period.of("2026-09"), Period.of("2026-10"));

    private StoreDatabase database;
    private PageStore store;
    private MeasureReader measures;

    @BeforeEach
    void open() {
        database = StoreDatabase.fresh();
        store = new PageStore(database.source(), Sample.MEASURES);
        measures = new MeasureReader(database.source(), PLACES);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_sum_is_the_same_before_and_after_folding() {
        store.store(Sample.page("p1", Sample.record("A", 1, BLOCK, "2026-10-01", "2026-10-05")));
        MeasureSnapshot before = measures.read(MONTHS, AS_OF);
        new DeltaFolder(database.source()).fold();
        MeasureSnapshot after = measures.read(MONTHS, AS_OF);

        assertThat(before.of(DISPOSED, DISTRICT, MONTHS.get(2))).isEqualByComparingTo("1");
        assertThat(after.of(DISPOSED, DISTRICT, MONTHS.get(2))).isEqualByComparingTo("1");
        assertThat(before.state()).isNotEqualTo(after.state());
        assertThat(after.state().changeNo()).isPositive();
    }

    @Test
    void a_reader_never_sees_a_delta_twice_or_not_at_all_while_the_folder_works() {
        DeltaFolder folder = new DeltaFolder(database.source());
        for (int i = 0; i < 60; i++) {
            store.store(Sample.page("p" + i, Sample.record("A" + i, 1, BLOCK, "2026-10-01", null)));
        }
        CompletableFuture<Void> folding = CompletableFuture.runAsync(() -> {
            while (folder.fold() > 0) {
                Thread.onSpinWait();
            }
        });
        Set<BigDecimal> seen = new HashSet<>();
        do {
            seen.add(measures.read(MONTHS, AS_OF).of(OPEN, "10", MONTHS.get(2)).stripTrailingZeros());
        } while (!folding.isDone());

        assertThat(seen).containsExactly(new BigDecimal("60").stripTrailingZeros());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-10-20", "2026-10-31", "2026-11-15", "2026-09-12"})
    void sums_and_records_at_any_place_and_month_are_those_counted_by_hand(LocalDate asOf) {
        List<CanonicalRecord> records = randomRecords(new Random(20261031), 400);
        store.store(Sample.page("p1", Sample.FETCHED, records.subList(0, 250), List.of()));
        new DeltaFolder(database.source()).fold();
        store.store(Sample.page("p2", Sample.FETCHED, records.subList(250, 400), List.of()));
        MeasureSnapshot sums = measures.read(MONTHS, asOf);
        RecordsBehind behind = new RecordsBehind(database.source(), PLACES);

        for (String place : List.of("10", "10-purnia", "188", "1624", "190", "10-bhagalpur")) {
            Set<String> below = PLACES.subtree(place).stream().map(Place::code).collect(Collectors.toSet());
            MeasureSnapshot alone = measures.read(MONTHS, asOf, below);
            for (Period month : MONTHS) {
                LocalDate end = month.end(asOf);
                List<String> disposed = records.stream()
                        .filter(r -> below.contains(r.place()) && r.day("disposed") != null)
                        .filter(r -> !r.day("disposed").isBefore(month.first())
                                && !r.day("disposed").isAfter(end))
                        .map(r -> r.key().sourceId())
                        .sorted()
                        .toList();
                List<String> open = records.stream()
                        .filter(r -> below.contains(r.place())
                                && !r.day("registered").isAfter(end))
                        .filter(r ->
                                r.day("disposed") == null || r.day("disposed").isAfter(end))
                        .map(r -> r.key().sourceId())
                        .sorted()
                        .toList();

                assertThat(sums.of(DISPOSED, place, month)).isEqualByComparingTo(String.valueOf(disposed.size()));
                assertThat(sums.of(OPEN, place, month)).isEqualByComparingTo(String.valueOf(open.size()));
                assertThat(alone.of(DISPOSED, place, month)).isEqualByComparingTo(sums.of(DISPOSED, place, month));
                assertThat(alone.of(OPEN, place, month)).isEqualByComparingTo(sums.of(OPEN, place, month));
                assertThat(ids(behind, DISPOSED, place, month, asOf)).isEqualTo(disposed);
                assertThat(ids(behind, OPEN, place, month, asOf)).isEqualTo(open);
            }
        }
    }

    @Test
    void a_record_shows_every_version_with_the_page_it_came_with() {
        store.store(Sample.page("p1", Sample.pending("A/1", 1, "2026-10-01")));
        store.store(Sample.page("p2", Sample.disposed("A/1", 3, "2026-10-01", "2026-10-09")));
        store.store(Sample.page("p3", Sample.pending("A/1", 2, "2026-10-01")));

        StoredRecord record = new RecordReader(database.source())
                .find("alpha", "cases", "A/1")
                .orElseThrow();

        assertThat(record.version()).isEqualTo("3");
        assertThat(record.page().id()).isEqualTo("p2");
        assertThat(record.history()).extracting(StoredRecord.Taken::version).containsExactly("3", "2", "1");
        assertThat(record.history()).extracting(StoredRecord.Taken::pageId).containsExactly("p2", "p3", "p1");
        assertThat(record.history())
                .allSatisfy(taken -> assertThat(taken.page().sourceHash()).isEqualTo("ab".repeat(32)));
        assertThat(record.fields()).containsEntry("disposed", "2026-10-09");
    }

    /** In pages of seven, so that the walk from page to page is tried too. */
    private static List<String> ids(RecordsBehind behind, Term term, String place, Period month, LocalDate asOf) {
        List<String> ids = new ArrayList<>();
        RecordKey after = null;
        List<CountedRecord> page;
        do {
            page = behind.list(
                    Formula.of(term), (each, subject, period) -> BigDecimal.ONE, place, month, asOf, after, 7);
            page.forEach(record -> ids.add(record.key().sourceId()));
            after = page.isEmpty() ? null : page.get(page.size() - 1).key();
        } while (page.size() == 7);
        return ids;
    }

    private static List<CanonicalRecord> randomRecords(Random random, int count) {
        List<String> places = List.of("188", "1624", "1625", "190", "10");
        List<CanonicalRecord> records = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            LocalDate registered = LocalDate.of(2026, 7, 1).plusDays(random.nextInt(130));
            String disposed = random.nextInt(3) == 0
                    ? null
                    : registered.plusDays(random.nextInt(60)).toString();
            records.add(Sample.record(
                    String.format("C%03d", i),
                    1,
                    places.get(random.nextInt(places.size())),
                    registered.toString(),
                    disposed));
        }
        return records;
    }
}
