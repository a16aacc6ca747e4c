package in.sangam.store;

import static in.sangam.store.Sample.FETCHED;
import static in.sangam.store.Sample.MEASURES;
import static in.sangam.store.Sample.disposed;
import static in.sangam.store.Sample.page;
import static in.sangam.store.Sample.pending;
import static in.sangam.store.Sample.rejection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import in.sangam.core.measure.Measures;
import in.sangam.core.record.CanonicalRecord;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The rows of the delivery-semantics table that end in the store. */
class PageStoreTest {

    private final StoreDatabase database = StoreDatabase.fresh();
    private final PageStore store = new PageStore(database.source(), MEASURES);
    private final DeltaFolder folder = new DeltaFolder(database.source());

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void the_same_page_again_does_nothing() {
        var page = page("p1", FETCHED, List.of(pending("A", 1, "2026-10-01")), List.of(rejection(1, "B")));
        assertThat(store.store(page)).isEqualTo(new PageOutcome(1, 0, 0, 0, 1, false));
        assertThat(store.store(page)).isEqualTo(PageOutcome.ALREADY_KNOWN);
        assertThat(open()).isEqualTo(1);
        assertThat(account()).isEqualTo("2 received, 1 stored, 0 corrected, 0 unchanged, 0 superseded, 1 quarantined");
    }

    @Test
    void the_same_version_again_in_another_page_is_unchanged() {
        store.store(page("p1", pending("A", 1, "2026-10-01")));
        assertThat(store.store(page("p2", pending("A", 1, "2026-10-01"))))
                .isEqualTo(new PageOutcome(0, 0, 1, 0, 0, false));
        assertThat(open()).isEqualTo(1);
        assertThat(history("A")).isEqualTo("1 pending p1");
    }

    @Test
    void an_older_version_that_comes_late_is_superseded_and_kept_in_the_history() {
        store.store(page("p1", disposed("A", 5, "2026-10-01", "2026-10-09")));
        assertThat(store.store(page("p2", pending("A", 3, "2026-10-01"))))
                .isEqualTo(new PageOutcome(0, 0, 0, 1, 0, false));
        store.store(page("p3", pending("A", 3, "2026-10-01")));
        assertThat(open()).isZero();
        assertThat(history("A")).isEqualTo("3 pending p2, 5 disposed p1");
    }

    @Test
    void a_newer_version_takes_the_contributions_of_the_older_one_out() {
        store.store(page("p1", pending("A", 1, "2026-10-01")));
        assertThat(store.store(page("p2", disposed("A", 2, "2026-10-02", "2026-10-09"))))
                .isEqualTo(new PageOutcome(1, 0, 0, 0, 0, false));
        assertThat(total("opened", "2026-10-01")).isZero();
        assertThat(total("opened", "2026-10-02")).isEqualTo(1);
        assertThat(total("disposed", "2026-10-09")).isEqualTo(1);
        assertThat(open()).isZero();
        assertThat(history("A")).isEqualTo("1 pending p1, 2 disposed p2");
    }

    @Test
    void the_same_version_with_other_content_is_corrected_by_the_later_fetch_whichever_page_comes_first() {
        Instant later = FETCHED.plusSeconds(60);
        var first = page("p1", pending("A", 1, "2026-10-01"));
        var second = page("p2", later, List.of(pending("A", 1, "2026-10-02")), List.of());
        assertThat(store.store(second)).isEqualTo(new PageOutcome(1, 0, 0, 0, 0, false));
        assertThat(store.store(first)).isEqualTo(new PageOutcome(0, 0, 0, 1, 0, false));
        assertThat(total("opened", "2026-10-02")).isEqualTo(1);

        Instant latest = FETCHED.plusSeconds(120);
        assertThat(store.store(page("p3", latest, List.of(pending("A", 1, "2026-10-03")), List.of())))
                .isEqualTo(new PageOutcome(1, 1, 0, 0, 0, false));
        assertThat(total("opened", "2026-10-03")).isEqualTo(1);
        assertThat(total("opened", "2026-10-02")).isZero();
        assertThat(history("A")).isEqualTo("1 pending p1, 1 pending p2, 1 pending p3");
    }

    @Test
    void several_versions_of_one_record_in_a_page_fold_to_the_newest_and_all_stand_in_its_history() {
        assertThat(store.store(page(
                        "p1",
                        pending("A", 2, "2026-10-01"),
                        disposed("A", 3, "2026-10-01", "2026-10-09"),
                        pending("A", 1, "2026-10-01"),
                        disposed("A", 3, "2026-10-01", "2026-10-09"),
                        pending("B", 1, "2026-10-01"))))
                .isEqualTo(new PageOutcome(2, 0, 1, 2, 0, false));
        assertThat(history("A")).isEqualTo("1 pending p1, 2 pending p1, 3 disposed p1");
        store.store(page(
                "p2",
                disposed("A", 3, "2026-10-01", "2026-10-09"),
                pending("A", 4, "2026-10-01"),
                pending("A", 2, "2026-10-01")));
        assertThat(history("A")).isEqualTo("1 pending p1, 2 pending p1, 3 disposed p1, 4 pending p2");
        assertThat(open()).isEqualTo(2);
    }

    @Test
    void a_bad_row_goes_to_quarantine_alone_and_counts_up_when_it_comes_again() {
        store.store(page("p1", FETCHED, List.of(pending("A", 1, "2026-10-01")), List.of(rejection(1, "B"))));
        store.store(page("p2", FETCHED, List.of(), List.of(rejection(0, "B"), rejection(1, "B"), rejection(2, null))));
        assertThat(database.rows("select source_id, count, page_id, candidates[1] from hub.quarantine order by id"))
                .containsExactly("B 3 p2 188", "null 1 p2 188");
        assertThat(account()).isEqualTo("5 received, 1 stored, 0 corrected, 0 unchanged, 0 superseded, 4 quarantined");
    }

    @Test
    void a_record_that_the_database_refuses_stands_alone_in_quarantine_and_an_older_good_version_is_taken() {
        CanonicalRecord[] records = new CanonicalRecord[41];
        for (int i = 0; i < 40; i++) {
            records[i] = pending("K%02d".formatted(i), 1, "2026-10-01");
        }
        records[17] = records[17].with(Map.of("office", "a\0b"));
        records[40] = pending("K05", 2, "2026-10-01").with(Map.of("office", "\0"));
        assertThat(store.store(page("p1", records))).isEqualTo(new PageOutcome(39, 0, 0, 0, 2, false));
        assertThat(open()).isEqualTo(39);
        assertThat(database.rows("select source_id, reason, row_no from hub.quarantine order by source_id"))
                .containsExactly("K05 REFUSED_BY_STORE 40", "K17 REFUSED_BY_STORE 17");
        assertThat(database.rows("select version_order from hub.record where source_id = 'K05'"))
                .containsExactly("1");
    }

    @Test
    void keys_that_the_database_cannot_hold_and_measures_that_fail_do_not_stop_their_page() {
        Measures failing = record -> {
            if (record.key().sourceId().equals("M")) {
                throw new ArithmeticException("a personal value");
            }
            return MEASURES.of(record);
        };
        assertThat(new PageStore(database.source(), failing)
                        .store(page(
                                "p1",
                                pending("A", 1, "2026-10-01"),
                                pending("M", 1, "2026-10-01"),
                                pending("nul\0", 1, "2026-10-01"),
                                pending("half \uD83D", 1, "2026-10-01"),
                                pending("long" + new BigInteger(100_000, new Random(1)), 1, "2026-10-01"),
                                pending("far", 1, "+12026-10-01T00:00:00Z"))))
                .isEqualTo(new PageOutcome(1, 0, 0, 0, 5, false));
        assertThat(database.rows("select message from hub.quarantine")).noneMatch(m -> m.contains("personal"));
        assertThat(open()).isEqualTo(1);
    }

    @Test
    void a_failure_of_the_database_is_thrown_and_leaves_nothing_behind() {
        database.execute("alter table hub.measure_delta rename to gone");
        assertThatThrownBy(() -> store.store(page("p1", pending("A", 1, "2026-10-01"))))
                .isInstanceOf(StoreUnavailable.class);
        assertThat(database.rows("select from hub.record")).isEmpty();
        database.execute("alter table hub.gone rename to measure_delta");
        assertThat(store.store(page("p1", pending("A", 1, "2026-10-01"))).stored())
                .isEqualTo(1);
    }

    @Test
    void folding_moves_totals_without_changing_them_and_numbers_the_pages_that_changed_something() {
        store.store(page("p1", pending("A", 1, "2026-10-01")));
        store.store(page("p2", pending("A", 1, "2026-10-01")));
        store.store(page("p3", disposed("A", 2, "2026-10-01", "2026-10-09")));
        assertThat(total("disposed", "2026-10-09")).isEqualTo(1);
        String before = account();
        assertThat(folder.fold()).isEqualTo(3);
        assertThat(folder.fold()).isZero();
        assertThat(total("disposed", "2026-10-09")).isEqualTo(1);
        assertThat(open()).isZero();
        assertThat(account()).isEqualTo(before);
        assertThat(database.rows("select id, change_no from hub.page order by id"))
                .containsExactly("p1 1", "p2 null", "p3 2");
    }

    private long open() {
        return Long.parseLong(database.rows(
                        "select coalesce(sum(amount), 0)::bigint from hub.measure_now" + " where measure = 'open'")
                .get(0));
    }

    private long total(String measure, String day) {
        return Long.parseLong(database.rows("select coalesce(sum(amount), 0)::bigint from hub.measure_now"
                        + " where measure = '" + measure + "' and day = '" + day + "'")
                .get(0));
    }

    private String history(String sourceId) {
        return database.rows(
                        """
                        select string_agg(concat_ws(' ', e ->> 'v', e ->> 's', e ->> 'p'), ', '
                                          order by (e ->> 'o')::bigint, e ->> 'p')
                        from hub.record, string_to_table(history, chr(10)) line, cast(line as jsonb) e
                        where source_id = '%s'
                        """
                                .formatted(sourceId))
                .get(0);
    }

    private String account() {
        Accounts.Line line = new Accounts(database.source()).all().get(0);
        return "%d received, %d stored, %d corrected, %d unchanged, %d superseded, %d quarantined"
                .formatted(
                        line.received(),
                        line.stored(),
                        line.corrected(),
                        line.unchanged(),
                        line.superseded(),
                        line.quarantined());
    }
}
