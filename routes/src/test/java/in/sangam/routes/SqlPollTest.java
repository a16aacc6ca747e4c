package in.sangam.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A portal that is a database: read by its own query, with bound values, in the order of its change numbers. */
class SqlPollTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Rows that the connector reads again at each poll. */
    private static final int LOOKBACK = 20;

    @TempDir
    Path folder;

    private HubDatabase portal;
    private HubDatabase database;
    private TestHub hub;

    @BeforeEach
    void prepare() throws Exception {
        portal = HubDatabase.empty();
        portal.execute(
                """
                create table card_change (change_no bigint generated always as identity primary key, card_no text,
                  district text, status text, applied_on timestamptz, closed_on timestamptz)
                """);
        database = HubDatabase.migrated();
    }

    @AfterEach
    void stop() throws Exception {
        hub.close();
        database.close();
        portal.close();
    }

    @Test
    void every_version_is_read_over_many_pages_and_the_newest_one_stays() throws Exception {
        cards(1, 120, "OPEN");
        cards(1, 60, "CLOSED");

        start(HubDatabase.password());

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(hub.stored("rations")).hasSize(120);
            assertThat(database.texts("select value from hub.cursor")).containsExactly("180");
            assertThat(database.count("select count(*) from hub.record where fields::text like '%disposed%'"))
                    .isEqualTo(60);
        });
    }

    @Test
    void a_row_that_is_committed_late_with_a_lower_number_is_still_read() throws Exception {
        cards(1, 30, "OPEN");
        start(HubDatabase.password());
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hub.stored("rations")).hasSize(30));
        portal.execute("delete from card_change where change_no = 25");

        portal.execute(
                """
                insert into card_change (change_no, card_no, district, status, applied_on) overriding system value
                values (25, 'LATE', 'Patna', 'OPEN', '2026-10-01T10:00+05:30')
                """);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hub.stored("rations")).hasSize(31));
    }

    @Test
    void a_row_that_is_read_again_goes_again_only_when_it_is_another() throws Exception {
        cards(1, 30, "OPEN");
        start(HubDatabase.password());
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(received()).isEqualTo(30 + LOOKBACK));
        for (int card = 31; card <= 33; card++) {
            int all = card;
            cards(card, card, "OPEN");
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(hub.stored("rations")).hasSize(all));
        }
        assertThat(received()).isEqualTo(30 + LOOKBACK + 3);

        portal.execute("update card_change set district = 'Gaya' where change_no = 20");

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(received()).isEqualTo(30 + LOOKBACK + 4));

        database.execute("update hub.lease set holder = 'other-node', until = clock_timestamp() - interval '1 s'");

        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(received()).as("another may have polled").isEqualTo(30 + LOOKBACK + 4 + LOOKBACK));
    }

    @Test
    void a_wrong_password_is_named_as_such() throws Exception {
        start("guessed");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hub.health("rations")).isEqualTo("failing WRONG_CREDENTIAL"));
    }

    @Test
    void a_database_that_goes_away_is_unreachable_and_read_on_when_it_is_back() throws Exception {
        cards(1, 10, "OPEN");
        start(HubDatabase.password());
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hub.stored("rations")).hasSize(10));

        portal.goAway();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hub.health("rations")).startsWith("failing "));
        portal.comeBack();
        cards(11, 20, "OPEN");

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(hub.stored("rations")).hasSize(20);
            assertThat(hub.health("rations")).isEqualTo("ok ");
        });
    }

    private long received() {
        return database.count("select coalesce(sum(received), 0) from hub.account_now");
    }

    private void start(String password) throws Exception {
        hub = new TestHub(
                        folder,
                        database,
                        Map.of(
                                "rations.url", portal.url(),
                                "rations.username", HubDatabase.user(),
                                "rations.password", password),
                        "rations")
                .start();
    }

    private void cards(int first, int last, String status) {
        portal.execute(
                """
                insert into card_change (card_no, district, status, applied_on, closed_on)
                select 'C-' || n, 'पटना', '%s', '2026-10-01T10:00+05:30',
                  case when '%s' = 'CLOSED' then timestamptz '2026-10-05T10:00+05:30' end
                from generate_series(%d, %d) n
                """
                        .formatted(status, status, first, last));
    }
}
