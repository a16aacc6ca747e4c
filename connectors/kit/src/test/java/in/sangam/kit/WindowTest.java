package in.sangam.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.time.OffsetDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowTest {

    @ParameterizedTest
    @CsvSource({
        "20:00, 06:00, 2026-10-31T20:00:00+05:30, true",
        "20:00, 06:00, 2026-10-31T05:59:59+05:30, true",
        "20:00, 06:00, 2026-10-31T06:00:00+05:30, false",
        "20:00, 06:00, 2026-10-31T14:30:00Z, true",
        "13:00, 14:00, 2026-10-31T13:00:00+05:30, true",
        "13:00, 14:00, 2026-10-31T12:59:59+05:30, false",
        "13:00, 14:00, 2026-10-31T14:00:00+05:30, false",
        "08:00, 08:00, 2026-10-31T03:00:00+05:30, true"
    })
    void a_window_is_a_time_of_day_in_india_and_may_pass_midnight(
            LocalTime from, LocalTime to, String at, boolean holds) {
        assertThat(new Window(from, to).holds(OffsetDateTime.parse(at).toInstant()))
                .isEqualTo(holds);
    }
}
