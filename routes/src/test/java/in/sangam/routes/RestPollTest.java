package in.sangam.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import in.sangam.routes.Portal.Answer;
import in.sangam.store.PollLease;
import io.micrometer.core.instrument.search.MeterNotFoundException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way of a record, from an HTTP portal to the store, and every way in which such a portal can misbehave. */
class RestPollTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private Portal portal;
    private Births births;
    private HubDatabase database;
    private TestHub hub;

    @BeforeEach
    void prepare() throws Exception {
        portal = Portal.answering(request -> births.answer(request));
        births = new Births(portal::url);
        database = HubDatabase.migrated();
        hub = new TestHub(folder, database, Map.of("births.url", portal.url(), "births.token", "right"), "births");
    }

    @AfterEach
    void stop() throws Exception {
        hub.close();
        database.close();
        portal.close();
    }

    @Test
    void every_row_reaches_the_store_once_in_its_newest_version() throws Exception {
        for (int i = 1; i <= 7; i++) {
            births.add("B/" + i, "10:00:0" + i, "OPEN");
        }
        births.add("B/1", "10:30:00", "CLOSED");

        hub.start();

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(hub.stored("births")).hasSize(7).contains("B/1 2026-10-02T10:30:00+05:30");
            assertThat(hub.health("births")).isEqualTo("ok ");
        });
        assertThat(database.texts("select value from hub.cursor"))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("2026-10-02T10:30");
        assertThat(database.count("select coalesce(sum(received - stored - unchanged - superseded - quarantined), 0)"
                        + " from hub.account_now"))
                .isZero();
    }

    @Test
    void the_measures_follow_within_moments() throws Exception {
        births.add("B/1", "10:00:00", "OPEN");
        births.add("B/2", "10:00:01", "OPEN");

        hub.start();

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        database.count("select coalesce(sum(amount), 0) from hub.measure where measure = 'seen'"))
                .isEqualTo(2));
    }

    @Test
    void a_wrong_credential_is_named_as_such_and_the_right_one_is_taken_up_without_a_restart() throws Exception {
        births.add("B/1", "10:00:00", "OPEN");
        hub.setting("births.token", "wrong");
        hub.start();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hub.health("births")).isEqualTo("failing WRONG_CREDENTIAL"));
        assertThat(database.texts("select error_message from hub.stream_health"))
                .first()
                .asString()
                .contains("births.token")
                .doesNotContain("wrong\"");

        hub.setting("births.token", "right");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hub.stored("births")).hasSize(1));
    }

    @Test
    void html_with_status_200_stalls_the_stream_and_leaves_the_cursor_until_the_portal_is_well() throws Exception {
        portal.answer(request -> new Answer(200, "text/html", "<html><body>Login</body></html>", Map.of()));
        hub.start();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hub.health("births")).isEqualTo("stalled UNREADABLE_HTML"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(database.count("select max(count) from hub.unreadable_page"))
                        .isGreaterThan(1));
        assertThat(database.count("select count(*) from hub.unreadable_page")).isOne();
        assertThat(database.count("select count(*) from hub.cursor")).isZero();

        births.add("B/1", "10:00:00", "OPEN");
        portal.answer(births::answer);

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(hub.stored("births")).hasSize(1);
            assertThat(database.texts("select state from hub.unreadable_page")).containsExactly("recovered");
        });
    }

    @Test
    void truncated_json_brings_no_row_of_it() throws Exception {
        births.add("B/1", "10:00:00", "OPEN");
        String whole = births.answer(new Portal.Request(
                        "GET", "", "", Map.of("Authorization", java.util.List.of("Bearer right")), ""))
                .body();
        portal.answer(request -> Answer.json(whole.substring(0, whole.length() - 15)));

        hub.start();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hub.health("births")).isEqualTo("stalled UNREADABLE_TRUNCATED"));
        assertThat(hub.stored("births")).isEmpty();
    }

    @Test
    void the_wait_that_a_portal_asks_for_is_kept() throws Exception {
        portal.answer(request -> Answer.of(429).with("Retry-After", "4"));
        long before = System.nanoTime();
        hub.start();
        await().atMost(PATIENCE).until(() -> portal.requests().size() >= 2);

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofSeconds(4));
        assertThat(hub.health("births")).isEqualTo("failing THROTTLED");
    }

    @Test
    void a_portal_that_fails_is_asked_ever_more_rarely_and_is_read_when_it_is_well_again() throws Exception {
        portal.answer(request -> Answer.of(500));
        hub.start();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hub.health("births")).isEqualTo("failing PORTAL_ERROR"));

        births.add("B/1", "10:00:00", "OPEN");
        portal.answer(births::answer);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hub.stored("births")).hasSize(1));
    }

    @Test
    void a_next_link_that_leads_in_a_circle_is_not_followed_forever() throws Exception {
        births.add("B/1", "10:00:00", "OPEN");
        births.add("B/2", "10:00:01", "OPEN");
        portal.answer(request -> {
            Answer answer = births.answer(request);
            return Answer.json(
                    answer.body().replace("\"next\":null", "\"next\":\"" + portal.url() + "/entries?from=0\""));
        });

        hub.start();

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(hub.health("births")).isEqualTo("stalled PAGE_REPEATS");
            assertThat(hub.stored("births")).hasSize(2);
        });
        assertThat(portal.requests()).hasSizeLessThan(40);
    }

    @Test
    void a_next_link_to_another_server_never_gets_the_credential() throws Exception {
        try (Portal elsewhere = Portal.answering(request -> Answer.json("{\"data\":[],\"next\":null}"))) {
            portal.answer(request -> Answer.json("{\"data\":[],\"next\":\"" + elsewhere.url() + "/entries\"}"));

            hub.start();

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(hub.health("births")).isEqualTo("stalled UNREADABLE_FOREIGN_NEXT"));
            assertThat(elsewhere.requests()).isEmpty();
        }
    }

    @Test
    void one_bad_row_goes_to_quarantine_alone() throws Exception {
        births.add("B/1", "10:00:00", "OPEN");
        births.add("B/2", "10:00:01", "LOST");
        births.add("B/3", "10:00:02", "OPEN", "Atlantis");

        hub.start();

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(hub.stored("births")).hasSize(1);
            assertThat(database.texts("select source_id || ' ' || reason from hub.quarantine order by 1"))
                    .containsExactly("B/2 UNMAPPED_CODE", "B/3 UNMAPPED_PLACE");
        });
    }

    @Test
    void a_portal_that_is_down_does_not_hinder_the_start_and_is_named_unreachable() throws Exception {
        portal.close();

        hub.start();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hub.health("births")).isEqualTo("failing UNREACHABLE"));
    }

    @Test
    void a_portal_that_gives_no_answer_in_time_is_given_up() throws Exception {
        portal.answer(request -> {
            await().pollDelay(Duration.ofSeconds(5)).until(() -> true);
            return Answer.of(200);
        });

        hub.start();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hub.health("births")).isEqualTo("failing TIMEOUT"));
    }

    @Test
    void no_header_of_an_answer_steers_a_route() throws Exception {
        births.add("B/1", "10:00:00", "OPEN");
        try (Portal elsewhere = Portal.answering(births::answer)) {
            portal.answer(request -> births.answer(request).with("cAmElHttpUri", elsewhere.url()));

            hub.start();

            await().atMost(PATIENCE).until(() -> portal.requests().size() > 3);
            assertThat(elsewhere.requests()).isEmpty();
        }
    }

    @Test
    void a_stopped_route_polls_no_more_until_it_is_started_and_both_are_audited() throws Exception {
        births.add("B/1", "10:00:00", "OPEN");
        hub.start();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hub.stored("births")).hasSize(1));

        hub.control.stop("asha", "births.entries.poll", "maintenance");
        int requests = portal.requests().size();
        births.add("B/2", "10:00:01", "OPEN");
        await().pollDelay(Duration.ofSeconds(2)).atMost(PATIENCE).until(() -> true);
        assertThat(portal.requests()).hasSize(requests);

        hub.control.start("asha", "births.entries.poll");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hub.stored("births")).hasSize(2));
        assertThat(database.texts("select action from hub.audit order by id"))
                .containsExactly("route.stop", "route.start");
    }

    @Test
    void more_versions_of_one_instant_than_a_page_holds_neither_stall_nor_get_lost() throws Exception {
        for (int i = 1; i <= 11; i++) {
            births.add("B/" + i, "10:00:00", "OPEN");
        }

        hub.start();

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(hub.stored("births")).hasSize(11);
            assertThat(hub.health("births")).isEqualTo("ok ");
        });
    }

    @Test
    void where_a_portal_answers_newest_first_the_cursor_waits_for_the_end_of_the_poll() throws Exception {
        for (int i = 9; i >= 1; i--) {
            births.add("B/" + i, "10:00:0" + i, "OPEN");
        }
        portal.answer(request -> request.query().contains("from=6") ? Answer.of(500) : births.answer(request));
        hub.start();
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(hub.stored("births")).hasSize(6);
            assertThat(hub.health("births")).isEqualTo("failing PORTAL_ERROR");
        });
        assertThat(database.count("select count(*) from hub.cursor")).isZero();

        portal.answer(births::answer);

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(hub.stored("births")).hasSize(9);
            assertThat(database.texts("select value from hub.cursor")).hasSize(1);
        });
    }

    @Test
    void a_stream_that_another_node_polls_is_left_to_it() throws Exception {
        PollLease lease = new PollLease(database.source());
        assertThat(lease.take("births.entries.poll", "other-node", Duration.ofMinutes(5)))
                .isEqualTo(PollLease.Taken.ANEW);
        hub.start();
        await().pollDelay(Duration.ofSeconds(3)).atMost(PATIENCE).until(() -> true);
        assertThat(portal.requests()).isEmpty();

        lease.giveBack("births.entries.poll", "other-node");

        await().atMost(PATIENCE).until(() -> !portal.requests().isEmpty());
    }

    @Test
    void age_and_lag_of_a_stream_are_live_metrics() throws Exception {
        births.add("B/1", "10:00:00", "OPEN");
        hub.start();

        // A meter is there from its first count on, not before.
        await().atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(MeterNotFoundException.class)
                .untilAsserted(() -> {
                    assertThat(hub.meters.get("hub.stream.age").gauge().value()).isBetween(0.0, 60.0);
                    assertThat(hub.meters.get("hub.stream.lag").gauge().value())
                            .isEqualTo(Duration.between(Instant.parse("2026-10-02T04:30:00Z"), TestHub.AS_OF)
                                    .toSeconds());
                    assertThat(hub.meters
                                    .get("hub.rows")
                                    .tag("outcome", "stored")
                                    .counter()
                                    .count())
                            .isEqualTo(1);
                });
    }
}
