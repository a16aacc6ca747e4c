package in.sangam.store;

import static org.assertj.core.api.Assertions.assertThat;

import in.sangam.store.PollLease.Taken;
import in.sangam.store.read.UnreadableReader;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class PollingTest {

    private final StoreDatabase database = StoreDatabase.fresh();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_cursor_moves_only_from_where_the_fetch_began() {
        Cursors cursors = new Cursors(database.source());
        assertThat(cursors.read("alpha", "cases")).isEmpty();
        assertThat(cursors.advance("alpha", "cases", null, "10")).isTrue();
        assertThat(cursors.advance("alpha", "cases", null, "11")).isFalse();
        assertThat(cursors.advance("alpha", "cases", "9", "12")).isFalse();
        assertThat(cursors.advance("alpha", "cases", "10", "12")).isTrue();
        assertThat(cursors.read("alpha", "cases")).contains("12");
        cursors.forget("alpha", "cases");
        assertThat(cursors.read("alpha", "cases")).isEmpty();
    }

    @Test
    void a_lease_has_one_holder_until_it_runs_out_or_is_given_back() {
        PollLease lease = new PollLease(database.source());
        assertThat(lease.take("alpha.cases", "node-1", Duration.ofMinutes(1))).isEqualTo(Taken.ANEW);
        assertThat(lease.take("alpha.cases", "node-1", Duration.ofMinutes(1))).isEqualTo(Taken.GOES_ON);
        assertThat(lease.take("alpha.cases", "node-2", Duration.ofMinutes(1))).isEqualTo(Taken.NO);
        lease.giveBack("alpha.cases", "node-2");
        assertThat(lease.take("alpha.cases", "node-2", Duration.ofMinutes(1))).isEqualTo(Taken.NO);
        lease.giveBack("alpha.cases", "node-1");
        assertThat(lease.take("alpha.cases", "node-2", Duration.ofMillis(50))).isEqualTo(Taken.ANEW);
        Awaitility.await().until(() -> lease.take("alpha.cases", "node-1", Duration.ofMinutes(1)) == Taken.ANEW);
    }

    @Test
    void a_stream_tells_since_when_and_why_it_does_not_succeed() {
        StreamHealth health = new StreamHealth(database.source());
        health.succeeded("alpha", "cases");
        health.failed("alpha", "cases", "HTTP_503", "the portal is down");
        health.stalled("alpha", "cases", "UNREADABLE", "the portal answers HTML");
        StreamHealth.Entry stalled = health.all().get(0);
        assertThat(stalled.state()).isEqualTo("stalled");
        assertThat(stalled.failures()).isEqualTo(2);
        assertThat(stalled.errorCode()).isEqualTo("UNREADABLE");
        assertThat(stalled.errorSince()).isBefore(stalled.lastAttempt()).isAfter(stalled.lastSuccess());
        health.succeeded("alpha", "cases");
        assertThat(health.all()).singleElement().satisfies(well -> {
            assertThat(well.state()).isEqualTo("ok");
            assertThat(well.polls()).isEqualTo(2);
            assertThat(well.failures()).isZero();
            assertThat(well.errorCode()).isNull();
        });
    }

    @Test
    void a_day_on_which_a_source_was_out_is_proposed_with_evidence_and_decided_by_another_person() {
        StreamHealth health = new StreamHealth(database.source());
        ExcusedDays days = new ExcusedDays(database.source());
        JdbcClient sql = JdbcClient.create(database.source());
        health.failed("alpha", "cases", "TIMEOUT", "the portal does not answer");
        // from noon two days ago, six of the hours from 10 to 18, until 1 p.m. yesterday, three of them
        // or more
        sql.sql(
                        "update hub.stream_health set error_since = date_trunc('day', clock_timestamp() at time zone 'Asia/Kolkata')"
                                + " at time zone 'Asia/Kolkata' - interval '36 hours'")
                .update();
        health.succeeded("alpha", "cases");
        sql.sql("update hub.outage set ended = began + interval '25 hours'").update();

        assertThat(days.proposeFromOutages()).isEqualTo(1);
        assertThat(days.proposeFromOutages()).isZero();
        health.failed("alpha", "cases", "TIMEOUT", "once more, for a moment");
        health.succeeded("alpha", "cases");
        assertThat(sql.sql("select count(*) from hub.outage").query(Long.class).single())
                .isEqualTo(1);

        LocalDate today = LocalDate.now(ZoneId.of("Asia/Kolkata"));
        ExcusedDays.Day proposed =
                days.between(today.minusDays(9), today).stream().findFirst().orElseThrow();
        assertThat(proposed.day()).isEqualTo(today.minusDays(2));
        assertThat(proposed.evidence())
                .startsWith("TIMEOUT, 1 failed attempts, ")
                .contains(" 12:00 to ");
        assertThat(days.decide(proposed.id(), true, "hub", "itself")).isFalse();
        assertThat(days.decide(proposed.id(), true, "asha", "the letter of the NIC says so"))
                .isTrue();
        assertThat(days.decide(proposed.id(), false, "ravi", "no")).isFalse();
        assertThat(days.propose("alpha", "cases", proposed.day(), "again", "asha"))
                .isEmpty();
    }

    @Test
    void an_unreadable_answer_has_one_entry_however_often_it_comes_until_a_person_skips_it() {
        UnreadablePages pages = new UnreadablePages(database.source());
        assertThat(pages.seen("alpha", "cases", "aa", "HTML", "the answer is HTML"))
                .isTrue();
        assertThat(pages.seen("alpha", "cases", "aa", "HTML", "the answer is HTML"))
                .isFalse();
        assertThat(pages.recovered("alpha", "cases")).isEqualTo(1);
        long id =
                new UnreadableReader(database.source()).entries(null, 9).get(0).id();
        assertThat(pages.skip(id, null, "admin", "portal repaired")).isFalse();
        assertThat(pages.seen("alpha", "cases", "aa", "HTML", "the answer is HTML"))
                .isFalse();
        assertThat(pages.skip(id, null, "admin", "agreed with the department")).isTrue();
        assertThat(pages.isSkipped("alpha", "cases", "aa")).isTrue();
        assertThat(pages.isSkipped("alpha", "cases", "bb")).isFalse();
    }

    @Test
    void a_skip_to_a_cursor_moves_the_stream_there_and_lets_it_ask_for_nothing_before() {
        Cursors cursors = new Cursors(database.source());
        cursors.advance("alpha", "cases", null, "10");
        UnreadablePages pages = new UnreadablePages(database.source());
        pages.seen("alpha", "cases", "aa", "HTML", "the answer is HTML");
        UnreadableReader.Entry open =
                new UnreadableReader(database.source()).entries("open", 9).get(0);
        assertThat(open.cursor()).isEqualTo("10");

        assertThat(pages.skip(open.id(), "20", "admin", "agreed")).isTrue();

        assertThat(cursors.read("alpha", "cases")).contains("20");
        assertThat(cursors.floor("alpha", "cases")).contains("20");
        assertThat(cursors.advance("alpha", "cases", "10", "12")).isFalse();
        assertThat(database.rows("select who, target, reason from hub.audit"))
                .containsExactly("admin alpha/cases/aa to 20 agreed");
    }
}
