package in.sangam.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutboxTest {

    private static final OffsetDateTime AS_OF = OffsetDateTime.parse("2026-10-31T18:00:00+05:30");
    private static final Duration LONG = Duration.ofMinutes(5);

    private final StoreDatabase database = StoreDatabase.fresh();
    private final KpiPublication publication = new KpiPublication(database.source());
    private final Outbox outbox = new Outbox(database.source());

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void only_a_changed_value_goes_out_and_an_untried_delivery_takes_the_newer_value() {
        assertThat(publish(cell("188", "5"), cell("190", "7"))).isEqualTo(new KpiPublication.Published(2, 2, 0));
        assertThat(publish(cell("188", "5.0"), cell("190", "8"))).isEqualTo(new KpiPublication.Published(1, 0, 1));
        assertThat(counts()).isEqualTo(new Outbox.Counts("board", 2, 0, 0, 2, 0));
        assertThat(outbox.claim("board", 10, LONG))
                .extracting(Outbox.Delivery::body)
                .containsExactlyInAnyOrder(
                        "{\"kpi\":\"k\",\"place\":\"188\",\"period\":\"2026-10\",\"numerator\":5,\"denominator\":10,"
                                + "\"value\":0.0000005,\"marks\":null,\"asOf\":\"2026-10-31T18:00:00+05:30\"}",
                        "{\"kpi\":\"k\",\"place\":\"190\",\"period\":\"2026-10\",\"numerator\":8,\"denominator\":10,"
                                + "\"value\":0.0000008,\"marks\":null,\"asOf\":\"2026-10-31T18:00:00+05:30\"}");
    }

    @Test
    void a_delivery_once_tried_keeps_its_id_and_body_and_a_newer_value_waits_behind_it() {
        publish(cell("188", "5"));
        Outbox.Delivery first = claimOne();
        publish(cell("188", "6"));
        assertThat(outbox.claim("board", 10, LONG)).isEmpty();
        assertThat(outbox.retryLater(first, Duration.ZERO, "HTTP_503", "down")).isTrue();
        Outbox.Delivery again = claimOne();
        assertThat(again.deliveryId()).isEqualTo(first.deliveryId());
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.attempt()).isEqualTo(2);
        assertThat(outbox.acknowledged(again, "r-1")).isTrue();
        assertThat(outbox.acknowledged(again, "r-1")).isFalse();
        assertThat(claimOne().body()).contains("\"numerator\":6");
        assertThat(counts()).isEqualTo(new Outbox.Counts("board", 2, 1, 0, 1, 0));
    }

    @Test
    void a_claim_whose_holder_died_runs_out_and_is_taken_again_under_the_same_id() {
        publish(cell("188", "5"));
        Outbox.Delivery lost = outbox.claim("board", 1, Duration.ofMillis(50)).get(0);
        Awaitility.await().until(() -> !outbox.claim("board", 1, LONG).isEmpty());
        assertThat(outbox.claim("board", 1, LONG)).isEmpty();
        assertThat(outbox.retryLater(lost, Duration.ZERO, "TIMEOUT", "late")).isFalse();
        assertThat(database.rows("select delivery_id, attempts, status from hub.outbox"))
                .containsExactly(lost.deliveryId() + " 2 claimed");
        assertThat(outbox.lag("board")).isPositive();
        assertThat(outbox.acknowledged(lost, "r-1")).isTrue();
        assertThat(outbox.lag("board")).isZero();
    }

    @Test
    void many_claimers_share_the_work_and_no_delivery_goes_to_two() throws Exception {
        publish(IntStream.range(0, 300).mapToObj(i -> cell("p" + i, "1")).toArray(KpiCell[]::new));
        ConcurrentLinkedQueue<String> claimed = new ConcurrentLinkedQueue<>();
        ExecutorService claimers = Executors.newFixedThreadPool(4);
        for (int i = 0; i < 4; i++) {
            claimers.submit(() -> {
                for (List<Outbox.Delivery> some = claim(); !some.isEmpty(); some = claim()) {
                    some.forEach(delivery -> claimed.add(delivery.deliveryId()));
                }
            });
        }
        claimers.shutdown();
        assertThat(claimers.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        assertThat(claimed).hasSize(300).doesNotHaveDuplicates();
    }

    @Test
    void a_refused_delivery_waits_for_a_person_and_never_overtakes_a_newer_value() {
        publish(cell("188", "5"), cell("190", "5"));
        List<Outbox.Delivery> both = outbox.claim("board", 2, LONG);
        both.forEach(delivery -> outbox.refused(delivery, "KPI_UNKNOWN", "no such KPI"));
        assertThat(counts()).isEqualTo(new Outbox.Counts("board", 2, 0, 2, 0, 0));
        publish(cell("188", "6"));
        long of188 = both.stream()
                .filter(d -> d.body().contains("188"))
                .findAny()
                .orElseThrow()
                .id();
        long of190 = both.stream()
                .filter(d -> d.body().contains("190"))
                .findAny()
                .orElseThrow()
                .id();
        assertThat(outbox.tryAgain(of188, "admin", "mapped")).isFalse();
        assertThat(outbox.tryAgain(of190, "admin", "mapped")).isTrue();
        assertThat(outbox.claim("board", 2, LONG))
                .extracting(Outbox.Delivery::attempt)
                .containsExactly(1, 1);
        assertThat(database.rows("select who, action from hub.audit")).containsExactly("admin delivery.retry");
    }

    @Test
    void a_sink_gets_the_kpis_that_it_asks_for_and_the_feeds_get_all() {
        publication.publish(
                List.of("board", "other"), List.of(cell("188", "1")), AS_OF, (sink, kpi) -> sink.equals("other"));

        assertThat(outbox.counts()).extracting(Outbox.Counts::sink).containsExactly("other");
        assertThat(database.rows("select place from hub.published_kpi")).containsExactly("188");
    }

    @Test
    void a_message_names_its_post_which_is_told_of_from_its_first_value_on_and_also_when_it_is_taken_back() {
        KpiCell nothing = new KpiCell("k", "post/P188-1", "2026-10", BigDecimal.ZERO, BigDecimal.ZERO, null, null);
        assertThat(publish(nothing).changed()).isZero();

        publish(cell("post/P188-1", "5"), cell("department/HEALTH", "6"), cell("188", "7"));
        assertThat(claim())
                .extracting(delivery -> delivery.body().split(",\"period\"")[0])
                .containsExactlyInAnyOrder(
                        "{\"kpi\":\"k\",\"post\":\"P188-1\"",
                        "{\"kpi\":\"k\",\"department\":\"HEALTH\"",
                        "{\"kpi\":\"k\",\"place\":\"188\"");

        assertThat(publish(nothing).changed()).isEqualTo(1);
    }

    @Test
    void changes_of_pages_and_of_published_values_share_one_number() {
        PageStore store = new PageStore(database.source(), Sample.MEASURES);
        DeltaFolder folder = new DeltaFolder(database.source());
        store.store(Sample.page("p1", Sample.pending("A", 1, "2026-10-01")));
        folder.fold();
        publish(cell("188", "1"));
        store.store(Sample.page("p2", Sample.pending("B", 1, "2026-10-01")));
        folder.fold();
        assertThat(database.rows("select change_no from hub.page union all select change_no from hub.published_kpi"))
                .containsExactlyInAnyOrder("1", "2", "3");
    }

    private List<Outbox.Delivery> claim() {
        return outbox.claim("board", 7, LONG);
    }

    private Outbox.Delivery claimOne() {
        return outbox.claim("board", 1, LONG).get(0);
    }

    private Outbox.Counts counts() {
        return outbox.counts().get(0);
    }

    private KpiPublication.Published publish(KpiCell... cells) {
        return publication.publish(List.of("board"), List.of(cells), AS_OF);
    }

    private static KpiCell cell(String place, String numerator) {
        BigDecimal count = new BigDecimal(numerator);
        return new KpiCell("k", place, "2026-10", count, BigDecimal.TEN, count.movePointLeft(7), null);
    }
}
