package in.sangam.store;

import static org.assertj.core.api.Assertions.assertThat;

import in.sangam.core.measure.Contribution;
import in.sangam.core.measure.Measures;
import in.sangam.core.record.CanonicalRecord;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class RedatingTest {

    /** A case counts on the day on which it is due. */
    private static final Measures DUE = record -> {
        LocalDate due = record.day("due");
        return due == null ? List.of() : List.of(new Contribution("due", "188", "S1", due, BigDecimal.ONE));
    };

    private static final UnaryOperator<CanonicalRecord> ONE_DAY_LATER =
            record -> "disposed".equals(record.field("status")) ? record : record.with(Map.of("due", "2026-10-11"));

    private final StoreDatabase database = StoreDatabase.fresh();
    private final PageStore store = new PageStore(database.source(), DUE);
    private final Redating redating = new Redating(database.source());
    private final JdbcClient client = JdbcClient.create(database.source());

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_changed_calendar_dates_open_cases_anew_and_moves_what_they_count_once() {
        store.store(Sample.page("p1", due(Sample.pending("A", 1, "2026-10-01")), due(closed())));

        assertThat(redating.run("h1", ONE_DAY_LATER, DUE)).isEqualTo(1);
        assertThat(redating.run("h1", ONE_DAY_LATER, DUE)).isZero();
        assertThat(redating.run("h2", ONE_DAY_LATER, DUE)).isZero();

        assertThat(dueOf("A")).isEqualTo("2026-10-11");
        assertThat(dueOf("B")).isEqualTo("2026-10-10");
        assertThat(counted("2026-10-10")).isEqualByComparingTo("1");
        assertThat(counted("2026-10-11")).isEqualByComparingTo("1");
        assertThat(new Recount(database.source()).compare(DUE).differences()).isEmpty();
        assertThat(client.sql("select reason from hub.audit where action = 'cases.redated'")
                        .query(String.class)
                        .list())
                .containsExactly("1 open cases");
    }

    @Test
    void a_case_that_comes_again_as_it_is_dated_now_is_unchanged() {
        store.store(Sample.page("p1", due(Sample.pending("A", 1, "2026-10-01"))));
        redating.run("h1", ONE_DAY_LATER, DUE);

        assertThat(store.store(Sample.page("p2", ONE_DAY_LATER.apply(due(Sample.pending("A", 1, "2026-10-01")))))
                        .unchanged())
                .isEqualTo(1);
    }

    private static CanonicalRecord closed() {
        return Sample.disposed("B", 1, "2026-10-01", "2026-10-09");
    }

    private static CanonicalRecord due(CanonicalRecord record) {
        return record.with(Map.of("due", "2026-10-10"));
    }

    private String dueOf(String id) {
        return client.sql("select fields ->> 'due' from hub.record where source_id = ?")
                .params(id)
                .query(String.class)
                .single();
    }

    private BigDecimal counted(String day) {
        return client.sql("select coalesce(sum(amount), 0) from hub.measure_now where day = ?::date")
                .params(day)
                .query(BigDecimal.class)
                .single();
    }
}
