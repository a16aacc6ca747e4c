package in.sangam.store;

import static in.sangam.store.Sample.FETCHED;
import static org.assertj.core.api.Assertions.assertThat;

import in.sangam.core.page.Rejection.Reason;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QuarantineTest {

    private final StoreDatabase database = StoreDatabase.fresh();
    private final PageStore store = new PageStore(database.source(), Sample.MEASURES);
    private final Quarantine quarantine = new Quarantine(database.source());

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_released_row_is_handed_out_once_and_opens_again_when_it_is_still_at_fault() {
        bring("p1");
        assertThat(open()).hasSize(2);
        assertThat(quarantine.release(open(), "admin", "district mapped"))
                .extracting(Quarantine.Released::maskedRow)
                .containsExactlyInAnyOrder(
                        "{\"no\":\"A\",\"district\":\"Nowhere\"}", "{\"no\":\"B\",\"district\":\"Nowhere\"}");
        assertThat(open()).isEmpty();
        assertThat(quarantine.release(List.of(1L, 2L), "admin", "again")).isEmpty();
        bring("p2");
        assertThat(open()).hasSize(2);
        assertThat(database.rows("select who, action, target, reason from hub.audit order by target"))
                .containsExactly(
                        "admin quarantine.release 1 district mapped", "admin quarantine.release 2 district mapped");
    }

    @Test
    void a_dismissed_row_stays_closed_however_often_it_comes() {
        bring("p1");
        assertThat(quarantine.dismiss(idOf("A"), "admin", "test record of the portal"))
                .isEqualTo(1);
        bring("p2");
        assertThat(open()).hasSize(1);
        assertThat(database.rows("select source_id, status, count from hub.quarantine order by source_id"))
                .containsExactly("A dismissed 2", "B open 2");
    }

    @Test
    void rows_are_found_by_portal_stream_and_reason() {
        bring("p1");
        assertThat(quarantine.open(Optional.of("alpha"), Optional.of("cases"), Optional.of(Reason.UNMAPPED_PLACE)))
                .hasSize(2);
        assertThat(quarantine.open(Optional.of("beta"), Optional.empty(), Optional.empty()))
                .isEmpty();
        assertThat(quarantine.open(Optional.empty(), Optional.empty(), Optional.of(Reason.MISSING_KEY)))
                .isEmpty();
    }

    private void bring(String page) {
        store.store(Sample.page(page, FETCHED, List.of(), List.of(Sample.rejection(0, "A"), Sample.rejection(1, "B"))));
    }

    private List<Long> idOf(String sourceId) {
        return List.of(Long.valueOf(database.rows("select id from hub.quarantine where source_id = '" + sourceId + "'")
                .get(0)));
    }

    private List<Long> open() {
        return quarantine.open(Optional.empty(), Optional.empty(), Optional.empty());
    }
}
