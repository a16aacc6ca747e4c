package in.sangam.store;

import static in.sangam.store.Sample.MEASURES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import in.sangam.core.measure.Contribution;
import in.sangam.core.measure.Measures;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RecountTest {

    private static final Measures WITHOUT_FLOWS = record ->
            MEASURES.of(record).stream().filter(c -> c.measure().equals("open")).toList();

    private final StoreDatabase database = StoreDatabase.fresh();
    private final PageStore store = new PageStore(database.source(), MEASURES);
    private final Recount recount = new Recount(database.source());

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void finds_every_cell_that_drifted_and_repairs_it() {
        storeThree();
        new DeltaFolder(database.source()).fold();
        assertThat(recount.compare(MEASURES)).isEqualTo(new Recount.Report(3, 4, List.of()));
        database.execute("update hub.measure set amount = amount + 2 where measure = 'disposed'");
        database.execute("delete from hub.measure where measure = 'opened'");
        database.execute("insert into hub.measure values ('strange', '188', 'S1', '2026-10-05', 1)");
        assertThat(recount.repair(MEASURES).differences())
                .containsExactlyInAnyOrder(
                        difference("disposed", "2026-10-09", "3", "1"),
                        difference("opened", "2026-10-01", "0", "3"),
                        difference("strange", "2026-10-05", "1", "0"),
                        month("disposed", "1", "3"),
                        month("opened", "3", "0"),
                        month("strange", "0", "1"));
        assertThat(recount.compare(MEASURES).differences()).isEmpty();
        new DeltaFolder(database.source()).fold();
        assertThat(recount.compare(MEASURES).differences()).isEmpty();
    }

    @Test
    void finds_every_sum_of_a_month_that_drifted_and_repairs_it() {
        storeThree();
        DeltaFolder folder = new DeltaFolder(database.source());
        assertThat(folder.fold()).isPositive();
        assertThat(folder.fold())
                .as("nothing else to do: what waits is added up")
                .isZero();
        database.execute("update hub.measure_month set amount = amount + 2 where measure = 'disposed'");
        database.execute("delete from hub.measure_month where measure = 'opened'");
        database.execute("insert into hub.measure_month values ('188', 'strange', '2026-10-01', 1)");
        store.store(Sample.page("p2", Sample.disposed("D", 1, "2026-10-02", "2026-10-03")));

        assertThat(recount.repair(MEASURES).differences())
                .containsExactlyInAnyOrder(
                        month("disposed", "3", "1"), month("opened", "0", "3"), month("strange", "1", "0"));
        assertThat(recount.compare(MEASURES).differences()).isEmpty();
        new DeltaFolder(database.source()).fold();
        assertThat(recount.compare(MEASURES).differences()).isEmpty();
    }

    @Test
    void sums_of_months_that_wait_are_added_up_at_once_when_they_are_many() {
        Measures everywhere = record -> IntStream.range(0, 20_000)
                .mapToObj(place -> new Contribution(
                        "opened", Integer.toString(place), "S1", LocalDate.of(2026, 10, 1), BigDecimal.ONE))
                .toList();
        PageStore wide = new PageStore(database.source(), everywhere);
        DeltaFolder folder = new DeltaFolder(database.source());
        store.store(Sample.page("p1", Sample.pending("A", 1, "2026-10-01")));

        assertThat(folder.fold()).isEqualTo(1);
        assertThat(database.rows("select count(*) from hub.month_delta")).containsExactly("1");

        wide.store(Sample.page("p2", Sample.pending("B", 1, "2026-10-01")));
        assertThat(folder.fold()).isEqualTo(1);
        assertThat(database.rows("select count(*) from hub.month_delta")).containsExactly("0");
        assertThat(database.rows("select count(*) from hub.month_drift")).containsExactly("0");
        assertThat(database.rows("select count(*) from hub.measure_month where measure = 'opened'"))
                .containsExactly("20000");
    }

    @Test
    void gives_records_the_contributions_of_changed_measures_and_a_second_fetch_leaves_them_unchanged() {
        storeThree();
        assertThat(recount.compare(WITHOUT_FLOWS).differences()).hasSize(2);
        recount.repair(WITHOUT_FLOWS);
        assertThat(recount.compare(WITHOUT_FLOWS).differences()).isEmpty();
        assertThat(new PageStore(database.source(), WITHOUT_FLOWS)
                        .store(Sample.page("p2", Sample.pending("A", 1, "2026-10-01")))
                        .unchanged())
                .isEqualTo(1);
        assertThat(new Accounts(database.source()).all()).singleElement().satisfies(line -> assertThat(line.received())
                .isEqualTo(4));
    }

    @Test
    void a_page_fetched_again_under_changed_measures_is_corrected() {
        storeThree();
        assertThat(new PageStore(database.source(), WITHOUT_FLOWS)
                        .store(Sample.page("p2", Sample.pending("A", 1, "2026-10-01"))))
                .isEqualTo(new PageOutcome(1, 1, 0, 0, 0, false));
    }

    @Test
    void cells_that_did_not_fit_into_memory_at_once_are_counted_as_one() {
        storeThree();
        List<Recount.Difference> different = new ArrayList<>();
        long cells = new InTransaction(database.source(), "Counting").inOneSnapshot(connection -> {
            CountedCells counted = new CountedCells(connection, 2);
            for (int i = 0; i < 3; i++) {
                counted.add("opened\t188\tS1\t2026-10-01\t1\n");
                counted.add("a\\tb\t188\tS1\t2026-10-01\t0.5\n");
            }
            return counted.compare((measure, subject, service, day, live, recounted) ->
                    different.add(new Recount.Difference(measure, subject, service, day, live, recounted)));
        });
        assertThat(cells).isEqualTo(5);
        assertThat(different)
                .extracting(
                        Recount.Difference::measure, each -> each.recounted().doubleValue())
                .contains(tuple("a\tb", 1.5))
                .doesNotContain(tuple("opened", 3.0));
    }

    private void storeThree() {
        store.store(Sample.page(
                "p1",
                Sample.pending("A", 1, "2026-10-01"),
                Sample.pending("B", 1, "2026-10-01"),
                Sample.disposed("C", 1, "2026-10-01", "2026-10-09")));
    }

    private static Recount.Difference month(String measure, String live, String recounted) {
        return new Recount.Difference(
                measure, "188", "*", LocalDate.of(2026, 10, 1), new BigDecimal(live), new BigDecimal(recounted));
    }

    private static Recount.Difference difference(String measure, String day, String live, String recounted) {
        return new Recount.Difference(
                measure, "188", "S1", LocalDate.parse(day), new BigDecimal(live), new BigDecimal(recounted));
    }
}
