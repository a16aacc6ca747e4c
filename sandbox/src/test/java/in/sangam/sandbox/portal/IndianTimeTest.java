package in.sangam.sandbox.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IndianTimeTest {

    @ParameterizedTest
    @CsvSource({
        "2026-10-31T18:00:00+05:30, 2026-10-31T12:30:00Z",
        "2026-10-31T12:30:00.123+0000, 2026-10-31T12:30:00.123Z",
        "2026-10-31T12:30:00.000001Z, 2026-10-31T12:30:00.000001Z",
        "2026-10-31T18:00:00, 2026-10-31T12:30:00Z",
        "2026-10-31T18:00, 2026-10-31T12:30:00Z",
        "2026-10-31, 2026-10-30T18:30:00Z"
    })
    void a_moment_is_read_in_the_forms_that_clients_write(String text, Instant instant) {
        assertThat(IndianTime.moment(text).toInstant()).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "31/10/2026", "2026-02-30", "2026-10-31T25:00:00Z", "2026-10-31 18:00"})
    void anything_else_is_refused(String text) {
        assertThatThrownBy(() -> IndianTime.moment(text)).isInstanceOf(DateTimeException.class);
    }

    @Test
    void a_moment_is_written_in_indian_time_with_six_decimals() {
        assertThat(IndianTime.text(IndianTime.moment("2026-10-31T12:30:00Z")))
                .isEqualTo("2026-10-31T18:00:00.000000+05:30");
    }
}
