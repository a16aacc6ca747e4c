package in.sangam.routes.pace;

import static org.assertj.core.api.Assertions.assertThat;

import in.sangam.kit.Rate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    private static final Duration EVERY = Duration.ofMinutes(10);

    private final Hand clock = new Hand();
    private final Schedule schedule = new Schedule(EVERY, Duration.ofMinutes(5), clock, new Random(1));

    @Test
    void the_first_poll_is_due_at_once_and_the_next_one_after_its_time() {
        assertThat(schedule.isDue()).isTrue();
        schedule.succeeded();
        assertThat(schedule.isDue()).isFalse();
        clock.move(EVERY);
        assertThat(schedule.isDue()).isTrue();
    }

    @Test
    void a_turn_is_looked_for_so_often_that_it_is_late_by_a_small_part_of_its_time() {
        assertThat(schedule.look()).isEqualTo(Duration.ofSeconds(1));
        assertThat(looksOf(Duration.ofMillis(100))).isEqualTo(Duration.ofMillis(25));
        assertThat(looksOf(Duration.ofMillis(1))).isEqualTo(Duration.ofMillis(5));
    }

    private Duration looksOf(Duration every) {
        return new Schedule(every, EVERY, clock, new Random(1)).look();
    }

    @Test
    void each_failure_waits_about_twice_as_long_up_to_the_bound_and_a_success_begins_anew() {
        List<Duration> waits = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            waits.add(schedule.failed(null));
        }
        assertThat(waits.get(0)).isBetween(Duration.ofMillis(800), Duration.ofMillis(1_200));
        assertThat(waits.get(4)).isBetween(Duration.ofMillis(12_800), Duration.ofMillis(19_200));
        assertThat(waits.get(11)).isBetween(Duration.ofMinutes(4), Duration.ofMinutes(6));
        assertThat(waits).doesNotHaveDuplicates();
        schedule.succeeded();
        assertThat(schedule.failed(null)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void what_a_portal_asks_for_is_obeyed_but_not_for_ever() {
        assertThat(schedule.failed(Duration.ofSeconds(90))).isEqualTo(Duration.ofSeconds(90));
        assertThat(schedule.failed(Duration.ofDays(400))).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void a_person_can_make_it_due_at_once() {
        schedule.failed(Duration.ofHours(1));
        schedule.now();
        assertThat(schedule.isDue()).isTrue();
    }

    @Test
    void retry_after_is_read_in_seconds_and_as_a_date() {
        assertThat(RetryAfter.in("120")).isEqualTo(Duration.ofMinutes(2));
        ZonedDateTime soon = ZonedDateTime.now(ZoneOffset.UTC).plusMinutes(2);
        assertThat(RetryAfter.in(DateTimeFormatter.RFC_1123_DATE_TIME.format(soon)))
                .isBetween(Duration.ofSeconds(100), Duration.ofSeconds(121));
        assertThat(RetryAfter.in("soon")).isNull();
        assertThat(RetryAfter.in("99999999999999999999")).isNull();
        assertThat(RetryAfter.in(null)).isNull();
    }

    @Test
    void in_no_window_are_there_more_requests_than_the_rate_allows() throws Exception {
        Duration per = Duration.ofMillis(300);
        Pace pace = new Pace(new Rate(5, per));
        List<Long> turns = new ArrayList<>();
        for (int i = 0; i < 17; i++) {
            assertThat(pace.awaitTurn(() -> false)).isTrue();
            turns.add(System.nanoTime());
        }
        for (int i = 5; i < turns.size(); i++) {
            assertThat(turns.get(i) - turns.get(i - 5))
                    .isGreaterThan(per.toNanos() - Duration.ofMillis(20).toNanos());
        }
    }

    @Test
    void a_turn_that_is_given_back_is_another_s() {
        Pace pace = new Pace(new Rate(1, Duration.ofHours(1)));
        assertThat(pace.tryTurn()).isTrue();
        assertThat(pace.tryTurn()).isFalse();
        pace.giveBack();
        assertThat(pace.tryTurn()).isTrue();
    }

    @Test
    void who_waits_for_a_turn_gives_up_when_the_route_stops() throws Exception {
        Pace pace = new Pace(new Rate(1, Duration.ofHours(1)));
        assertThat(pace.awaitTurn(() -> false)).isTrue();
        assertThat(pace.awaitTurn(() -> true)).isFalse();
    }

    private static final class Hand extends Clock {
        private Instant now = Instant.parse("2026-10-31T12:30:00Z");

        void move(Duration on) {
            now = now.plus(on);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
