package in.sangam.core.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PausesTest {

    @Test
    void the_day_of_the_objection_rests_and_the_day_of_the_answer_does_not() {
        Pauses pauses = Pauses.of(" 2026-10-05/2026-10-07  2026-11-01/ ");

        assertThat(pauses).hasToString("2026-10-05/2026-10-07 2026-11-01/");
        assertThat(pauses.contains(LocalDate.of(2026, 10, 5))).isTrue();
        assertThat(pauses.contains(LocalDate.of(2026, 10, 7))).isFalse();
        assertThat(pauses.isOpenOn(LocalDate.of(2026, 10, 6))).isFalse();
        assertThat(pauses.isOpenOn(LocalDate.of(2027, 1, 1))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-10-05",
                "/",
                "2026-10-07/2026-10-05",
                "2026-10-05/ 2026-11-01/",
                "2026-10-05/2026-10-09 2026-10-07/2026-10-10",
                "2026-10-05/+999999999-10-09",
                "5.10.2026/6.10.2026"
            })
    void days_that_are_written_otherwise_or_overlap_are_refused(String text) {
        assertThatExceptionOfType(DateTimeException.class).isThrownBy(() -> Pauses.of(text));
    }
}
