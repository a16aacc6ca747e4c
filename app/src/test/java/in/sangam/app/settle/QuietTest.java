package in.sangam.app.settle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QuietTest {

    private static final StreamName CASES = new StreamName("portal", "cases");

    private final Deque<Motion.Look> looks = new ArrayDeque<>();
    private final List<Motion.Look> seen = new ArrayList<>();

    @Test
    void a_hub_is_quiet_after_two_polls_that_brought_nothing() throws Exception {
        then(polls(3).taken(10));
        then(polls(4).taken(10));
        then(polls(5).taken(10));

        await(Duration.ofSeconds(30));

        assertThat(seen).hasSize(2);
    }

    @Test
    void a_poll_that_brings_something_starts_the_count_again() throws Exception {
        then(polls(3).taken(10));
        then(polls(4).taken(11));
        then(polls(5).taken(11));
        then(polls(6).taken(11));

        await(Duration.ofSeconds(30));

        assertThat(seen).hasSize(3);
    }

    @Test
    void pages_on_a_queue_deltas_and_deliveries_are_waited_for() throws Exception {
        then(polls(3).taken(10));
        then(polls(9).taken(10).waiting(1));
        then(polls(9).taken(10).unfolded(1));
        then(polls(9).taken(10).pending(1));
        then(polls(9).taken(10));
        then(polls(11).taken(10));

        await(Duration.ofSeconds(30));

        assertThat(seen).hasSize(5);
    }

    @Test
    void a_stream_that_never_succeeds_ends_the_wait_and_is_named() {
        then(polls(3).taken(10).pending(2));

        assertThatThrownBy(() -> await(Duration.ofMillis(600)))
                .hasMessageContaining("no progress")
                .hasMessageContaining("portal cases was polled 0 times")
                .hasMessageContaining("2 deliveries are pending");
    }

    private void await(Duration patience) throws InterruptedException {
        new Quiet(List.of(CASES), () -> looks.size() > 1 ? looks.poll() : looks.peek(), patience).await(seen::add);
    }

    private void then(LookBuilder look) {
        looks.add(look.look());
    }

    private static LookBuilder polls(long polls) {
        return new LookBuilder(polls, 0, 0, 0, 0);
    }

    private record LookBuilder(long polls, long taken, long waiting, long unfolded, long pending) {

        LookBuilder taken(long rows) {
            return new LookBuilder(polls, rows, waiting, unfolded, pending);
        }

        LookBuilder waiting(long pages) {
            return new LookBuilder(polls, taken, pages, unfolded, pending);
        }

        LookBuilder unfolded(long pages) {
            return new LookBuilder(polls, taken, waiting, pages, pending);
        }

        LookBuilder pending(long deliveries) {
            return new LookBuilder(polls, taken, waiting, unfolded, deliveries);
        }

        Motion.Look look() {
            return new Motion.Look(Map.of(CASES, polls), List.of(), taken, waiting, unfolded, pending);
        }
    }
}
