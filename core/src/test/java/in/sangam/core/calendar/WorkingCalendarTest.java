package in.sangam.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import in.sangam.core.config.ShippedConfig;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingCalendarTest {

    private static final Calendars SHIPPED = ShippedConfig.get().calendars();

    /** Worked by hand with a printed calendar. */
    @ParameterizedTest(name = "{0}: {2} working days after {1} is {3}")
    @CsvSource({
        "field, 2026-09-29, 2, 2026-10-01",
        "field, 2026-09-30, 2, 2026-10-03", // 2 October Gandhi Jayanti
        "field, 2026-10-01, 10, 2026-10-14", // also Sundays 4 and 11
        "field, 2026-10-03, 1, 2026-10-05", // Saturday to Monday
        "field, 2026-10-15, 2, 2026-10-19", // 17 Saptami, 18 Sunday
        "field, 2026-11-07, 3, 2026-11-12", // 8 Deepavali on a Sunday, 10 Bhai Dooj
        "field, 2026-11-13, 2, 2026-11-17", // 15 and 16 Chhath
        "field, 2026-03-02, 1, 2026-03-05", // Holika Dahan is restricted; 3 and 4 Holi
        "field, 2026-03-01, 1, 2026-03-02", // a restricted holiday is a working day
        "field, 2026-03-31, 1, 2026-04-01", // closes banks alone
        "field, 2026-08-14, 1, 2026-08-17", // 15 Saturday, 16 Sunday
        "field, 2025-12-24, 1, 2025-12-26", // Christmas
        "field, 2025-10-18, 1, 2025-10-21", // 19 Sunday, 20 Deepavali as moved by gazette
        "secretariat, 2026-10-01, 10, 2026-10-16", // Saturdays too
        "secretariat, 2026-10-16, 1, 2026-10-19"
    })
    void counts_working_days_after_the_starting_day(String office, LocalDate start, int days, LocalDate due) {
        assertThat(SHIPPED.of(office, null).workingDaysAfter(start, days)).isEqualTo(due);
    }

    @Test
    void sixty_working_days_of_a_field_office_are_about_ten_weeks() {
        WorkingCalendar field = SHIPPED.of("field", null);
        LocalDate start = LocalDate.of(2026, 5, 4);
        LocalDate due = field.workingDaysAfter(start, 60);

        assertThat(start.plusDays(1).datesUntil(due.plusDays(1)).filter(field::isWorkingDay))
                .hasSize(60);
        assertThat(field.isWorkingDay(due)).isTrue();
        assertThat(due).isBetween(LocalDate.of(2026, 7, 10), LocalDate.of(2026, 7, 20));
    }

    @Test
    void the_table_agrees_with_counting_day_by_day_also_outside_it() {
        WorkingCalendar field = SHIPPED.of("field", null);
        for (LocalDate start : List.of(
                LocalDate.of(1999, 12, 20),
                LocalDate.of(2000, 1, 1),
                LocalDate.of(2026, 9, 30),
                LocalDate.of(2079, 12, 20))) {
            for (int n : new int[] {1, 2, 10, 60}) {
                LocalDate due = start;
                for (int left = n; left > 0; left -= field.isWorkingDay(due) ? 1 : 0) {
                    due = due.plusDays(1);
                }
                assertThat(field.workingDaysAfter(start, n)).isEqualTo(due);
            }
        }
        assertThatIllegalArgumentException().isThrownBy(() -> field.workingDaysAfter(LocalDate.EPOCH, 0));
    }

    @Test
    void a_count_that_needs_a_year_whose_holidays_are_unknown_is_provisional() {
        WorkingCalendar field = SHIPPED.of("field", null);

        assertThat(field.covers(LocalDate.of(2022, 1, 1), LocalDate.of(2026, 12, 31)))
                .isTrue();
        assertThat(field.covers(LocalDate.of(2026, 12, 1), LocalDate.of(2027, 1, 2)))
                .isFalse();
        assertThat(field.covers(LocalDate.of(2021, 12, 31), LocalDate.of(2022, 1, 2)))
                .isFalse();
    }

    @Test
    void a_holiday_of_one_district_closes_its_offices_alone() {
        LocalDate monday = LocalDate.of(2026, 10, 5);
        Calendars calendars = new Calendars(
                List.of(new OfficeClass("field", Set.of(DayOfWeek.SUNDAY), Set.of("LOCAL"))),
                List.of(new Holiday(monday, "Local fair", "LOCAL", "218")),
                Set.of(2026));

        assertThat(calendars.of("field", "218").isWorkingDay(monday)).isFalse();
        assertThat(calendars.of("field", "212").isWorkingDay(monday)).isTrue();
        assertThat(calendars.of("field", null).isWorkingDay(monday)).isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> calendars.of("feild", null))
                .withMessageContaining("'field'");
    }
}
