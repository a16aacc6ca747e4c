package in.sangam.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import in.sangam.core.AsOfClock;
import in.sangam.core.kpi.Period;
import in.sangam.core.measure.MeasureShapes;
import in.sangam.core.place.Level;
import in.sangam.feeds.marks.FigureBoard;
import in.sangam.feeds.marks.Figures;
import in.sangam.store.read.MeasureReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.YearMonth;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Figures of a store that is slow to read, while it changes. */
class FigureBoardTest {

    private static final Period OCTOBER = new Period(YearMonth.of(2026, 10));

    private final TestHub hub = new TestHub();
    private final AtomicInteger readings = new AtomicInteger();
    private final FigureBoard board = new FigureBoard(
            new MeasureReader(new Slow(), hub.config().places(), MeasureShapes.PLAIN),
            hub.config(),
            AsOfClock.fixed(TestHub.AS_OF));

    /** Each connection comes so late that nothing read with it counts as quick. */
    private final class Slow extends DelegatingDataSource {
        Slow() {
            super(hub.database());
        }

        @Override
        public Connection getConnection() throws SQLException {
            readings.incrementAndGet();
            Awaitility.await().pollDelay(Duration.ofMillis(400)).until(() -> true);
            return super.getConnection();
        }
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    @Test
    void who_asks_for_what_held_lately_gets_it_at_once_and_the_next_gets_what_has_come() {
        hub.store(TestHub.permit("P/1", "101", "2026-10-01", null));
        Figures first = board.lately(OCTOBER);
        hub.store(TestHub.permit("P/2", "101", "2026-10-01", null));

        assertThat(board.lately(OCTOBER)).as("read while others wait").isSameAs(first);

        await().untilAsserted(() -> assertThat(board.lately(OCTOBER).changeNo()).isGreaterThan(first.changeNo()));
    }

    @Test
    void figures_that_nobody_asks_for_any_more_are_not_read_on() {
        hub.store(TestHub.permit("P/1", "101", "2026-10-01", null));
        board.lately(OCTOBER);
        hub.store(TestHub.permit("P/2", "101", "2026-10-01", null));
        board.lately(OCTOBER);

        AtomicInteger seen = new AtomicInteger();
        await().atMost(Duration.ofSeconds(30))
                .during(Duration.ofSeconds(3))
                .until(() -> seen.getAndSet(readings.get()) == readings.get());
    }

    @Test
    void what_is_true_now_is_never_of_lately() {
        hub.store(TestHub.permit("P/1", "101", "2026-10-01", null));
        Figures first = board.lately(OCTOBER);
        hub.store(TestHub.permit("P/2", "101", "2026-10-01", null));

        assertThat(board.at(OCTOBER).changeNo()).isGreaterThan(first.changeNo());
        assertThat(board.at(OCTOBER).ranking(Level.DISTRICT)).isNotEmpty();
    }
}
