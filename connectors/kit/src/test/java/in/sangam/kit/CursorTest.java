package in.sangam.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CursorTest {

    private static final Instant NOW = Instant.parse("2026-10-31T12:30:00Z");

    private final Cursor moment = new Cursor("changed", Cursor.Form.MOMENT, "2026-01-01T00:00:00.000000+05:30", 60);
    private final Cursor day = new Cursor("day", Cursor.Form.DAY, "2026-01-01", 2);
    private final Cursor number = new Cursor("no", Cursor.Form.NUMBER, "0", 100);

    @Test
    void the_highest_moment_is_found_whatever_its_writing_and_written_in_one() {
        assertThat(moment.highest(
                        List.of(
                                "2026-10-30T23:59:59+05:30",
                                "2026-10-30T18:30:00.000001Z",
                                "2026-10-30T18:30:00Z",
                                "2026-10-30T20:30:00+0200",
                                "2026-10-30"),
                        NOW))
                .isEqualTo("2026-10-31T00:00:00.000001+05:30");
    }

    @Test
    void a_value_that_is_odd_or_lies_more_than_a_day_ahead_has_no_say() {
        assertThat(moment.highest(
                        List.of("", "soon", "9999-12-31T00:00:00Z", "2026-11-01T12:30:01Z", "2026-10-31T10:00:00Z"),
                        NOW))
                .isEqualTo("2026-10-31T15:30:00.000000+05:30");
        assertThat(moment.highest(List.of("2026-11-01T12:30:00Z"), NOW)).isNotNull();
        assertThat(day.highest(List.of("31.10.2026", "2026-11-02", "2026-11-01"), NOW))
                .isEqualTo("2026-11-01");
        assertThat(number.highest(List.of("nine", " 12 ", "9"), NOW)).isEqualTo("12");
        assertThat(number.highest(List.of("nine", ""), NOW)).isNull();
    }

    @Test
    void a_poll_looks_back_but_never_before_the_beginning() {
        assertThat(moment.start("2026-10-31T15:30:00.000000+05:30")).isEqualTo("2026-10-31T15:29:00.000000+05:30");
        assertThat(moment.start("2026-01-01T00:00:30.000000+05:30")).isEqualTo("2026-01-01T00:00:00.000000+05:30");
        assertThat(day.start("2026-10-31")).isEqualTo("2026-10-29");
        assertThat(number.start("50")).isEqualTo("0");
        assertThat(number.start(null)).isEqualTo("0");
    }
}
