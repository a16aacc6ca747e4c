package in.sangam.app.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class KeeperTest {

    private static final Duration OFTEN = Duration.ofMillis(5);

    private final AtomicBoolean runs = new AtomicBoolean(true);
    private final AtomicInteger starts = new AtomicInteger();

    @Test
    void what_has_ended_is_started_until_it_runs_and_then_left_alone() {
        try (Keeper keeper = new Keeper("It", runs::get, () -> startAtThird(), OFTEN)) {
            runs.set(false);
            await().untilTrue(runs);

            runs.set(false);
            await().untilTrue(runs);
        }
        assertThat(starts).hasValue(4);
    }

    @Test
    void what_ends_after_the_keeper_is_closed_stays_ended() throws Exception {
        Keeper keeper = new Keeper("It", runs::get, starts::incrementAndGet, OFTEN);
        keeper.close();

        runs.set(false);
        Thread.sleep(10 * OFTEN.toMillis());

        assertThat(starts).hasValue(0);
    }

    private void startAtThird() {
        if (starts.incrementAndGet() < 3) {
            throw new IllegalStateException("the disk is full");
        }
        runs.set(true);
    }
}
