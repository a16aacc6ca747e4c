package in.sangam.core.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IsoMomentTest {

    @Test
    void reads_every_moment_as_the_jdk_does() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            OffsetDateTime moment = Instant.ofEpochSecond(random.nextLong(-700_000_000L, 6_000_000_000L))
                    .plusNanos(random.nextInt(4) == 0 ? 0 : random.nextInt(1_000_000) * 1_000L)
                    .atOffset(ZoneOffset.ofTotalSeconds(random.nextInt(-40, 41) * 900));
            String text = moment.toString();

            assertThat(IsoMoment.micros(text))
                    .as(text)
                    .isEqualTo(ChronoUnit.MICROS.between(Instant.EPOCH, moment.toInstant()));
            assertThat(IsoMoment.day(text))
                    .as(text)
                    .isEqualTo(moment.atZoneSameInstant(CanonicalRecord.INDIA).toLocalDate());
        }
    }

    @Test
    void a_moment_late_in_the_evening_of_greenwich_is_the_next_day_in_india() {
        assertThat(IsoMoment.day("2026-10-31T18:29:59Z")).isEqualTo(LocalDate.of(2026, 10, 31));
        assertThat(IsoMoment.day("2026-10-31T18:30:00Z")).isEqualTo(LocalDate.of(2026, 11, 1));
        assertThat(IsoMoment.day("2026-10-31")).isEqualTo(LocalDate.of(2026, 10, 31));
    }

    @Test
    void a_moment_thousands_of_years_ahead_is_ordered_however_it_is_written() {
        assertThat(IsoMoment.micros("9998-01-01T00:00+05:30")).isEqualTo(IsoMoment.micros("9998-01-01T00:00:00+05:30"));
        assertThatThrownBy(() -> Version.of("+999999999-01-01T00:00+05:30"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refuses_what_is_no_iso_moment() {
        for (String bad : List.of(
                "",
                "31/10/2026",
                "2026-02-30",
                "2026-1-1",
                "2026-10-31 10:00:00",
                "2026-10-31T10:00:00",
                "2026-10-31T24:01:00+05:30",
                "2026-10-31T10:61:00+05:30",
                "2026-10-31T10:00:00+99:30",
                "yesterday..")) {
            assertThatThrownBy(() -> IsoMoment.day(bad)).as(bad).isInstanceOf(DateTimeException.class);
        }
    }

    @Test
    void versions_order_by_number_or_instant_however_they_are_written() {
        assertThat(Version.of("2026-10-31T10:00:00.000002+05:30"))
                .isGreaterThan(Version.of("2026-10-31T04:30:00.000001Z"));
        assertThat(Version.of("2026-10-31T10:00:00.123+0530").order())
                .isEqualTo(Version.of("2026-10-31T04:30:00.123Z").order());
        assertThat(Version.of("10")).isGreaterThan(Version.of("9"));
        assertThatThrownBy(() -> Version.of("v1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("v1");
    }
}
