package in.sangam.store;

import static org.assertj.core.api.Assertions.assertThat;

import in.sangam.core.config.ConfigErrors;
import in.sangam.core.config.YamlFile;
import in.sangam.core.flow.RecordFlow;
import in.sangam.core.flow.RecordFlowReader;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Stored records on their way to other portals: in the transaction that stores them, and never twice. */
class OnwardRecordsTest {

    private static final String CASES =
            "of: alpha.cases\nwhen: registered >= 2026-10-01\nmessage: {no: sourceId, status: status}\n";
    private static final String RULE = "rules: [{when: service = S1, belongs: court, because: said so}]\n";

    private final StoreDatabase database = StoreDatabase.fresh();
    private final Outbox outbox = new Outbox(database.source());

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_stored_record_is_on_its_way_and_its_page_again_sends_nothing() {
        PageStore store = store(CASES);
        var page = Sample.page("p1", Sample.pending("A", 1, "2026-10-01"), Sample.pending("B", 1, "2026-09-30"));

        store.store(page);
        store.store(page);

        assertThat(bodies()).containsExactly("{\"no\":\"A\",\"status\":\"pending\"}");
        assertThat(decisions()).containsExactly("A here sent");
    }

    @Test
    void a_new_message_is_sent_and_one_that_says_the_same_is_not() {
        PageStore store = store(CASES);
        store.store(Sample.page("p1", Sample.pending("A", 1, "2026-10-01")));
        assertThat(bodies()).hasSize(1);

        store.store(Sample.page("p2", Sample.pending("A", 2, "2026-10-02")));
        assertThat(bodies()).isEmpty();

        store.store(Sample.page("p3", Sample.disposed("A", 3, "2026-10-02", "2026-10-05")));
        assertThat(bodies()).containsExactly("{\"no\":\"A\",\"status\":\"disposed\"}");
    }

    @Test
    void once_means_that_a_record_is_sent_one_time_whatever_becomes_of_it() {
        PageStore store = store(CASES + "once: true\n");
        store.store(Sample.page("p1", Sample.pending("A", 1, "2026-10-01")));
        assertThat(bodies()).hasSize(1);

        store.store(Sample.page("p2", Sample.disposed("A", 2, "2026-10-01", "2026-10-05")));

        assertThat(bodies()).isEmpty();
    }

    @Test
    void a_record_that_belongs_elsewhere_is_kept_with_the_reason_until_the_rules_say_otherwise() {
        store(CASES + RULE).store(Sample.page("p1", Sample.pending("A", 1, "2026-10-01")));

        assertThat(bodies()).isEmpty();
        assertThat(decisions()).containsExactly("A court kept");
        assertThat(database.rows("select because from hub.flow_record")).containsExactly("said so");

        store(CASES).store(Sample.page("p2", Sample.pending("A", 2, "2026-10-01")));

        assertThat(bodies()).hasSize(1);
        assertThat(decisions()).containsExactly("A here sent");
    }

    @Test
    void a_record_that_is_quarantined_or_known_is_not_sent() {
        PageStore store = store(CASES);
        store.store(Sample.page("p1", Sample.pending("A", 2, "2026-10-01")));
        assertThat(bodies()).hasSize(1);

        store.store(Sample.page("p2", Sample.disposed("A", 1, "2026-10-01", "2026-10-05")));

        assertThat(bodies()).isEmpty();
    }

    private PageStore store(String flow) {
        RecordFlow read = YamlFile.parse("flow.yaml", flow, new ConfigErrors())
                .map(node -> new RecordFlowReader(List.of("alpha.cases")).read(node, List.of("beta.copies")))
                .orElseThrow();
        return new PageStore(database.source(), Sample.MEASURES, List.of(read));
    }

    /** Takes and acknowledges what waits, and returns it. */
    private List<String> bodies() {
        List<Outbox.Delivery> claimed = outbox.claim("beta.copies", 10, Duration.ofMinutes(1));
        claimed.forEach(each -> outbox.acknowledged(each, "r"));
        return claimed.stream().map(Outbox.Delivery::body).toList();
    }

    private List<String> decisions() {
        return database.rows(
                "select source_id, belongs, case when sent_hash is null then 'kept' else 'sent' end from hub.flow_record");
    }
}
