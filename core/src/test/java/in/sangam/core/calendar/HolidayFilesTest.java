package in.sangam.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import in.sangam.core.config.ConfigErrors;
import in.sangam.core.config.ConfigFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HolidayFilesTest {

    private static final LocalDate DEEPAVALI = LocalDate.of(2025, 10, 21);

    @TempDir
    private Path folder;

    private final ConfigErrors errors = new ConfigErrors();

    @Test
    void a_holiday_that_stands_twice_is_an_error_that_names_both_lines() throws Exception {
        load("2025-10-21,Deepavali,NI_ACT,,\n2025-10-21,Diwali,NI_ACT,,\n2025-10-21,Local fair,NI_ACT,218,\n");

        assertThat(errors.all()).singleElement().asString().contains("list.csv:3", "date", "list.csv:2", "withdrawn");
    }

    @Test
    void a_holiday_moved_by_the_gazette_is_withdrawn_and_declared_anew() throws Exception {
        WorkingCalendar field = load("2025-10-21,Deepavali,NI_ACT,,\n2025-10-21,Deepavali,NI_ACT,,yes\n"
                        + "2025-10-20,Deepavali,NI_ACT,,\n")
                .of("field", null);

        assertThat(errors.all()).isEmpty();
        assertThat(field.isWorkingDay(DEEPAVALI)).isTrue();
        assertThat(field.isWorkingDay(DEEPAVALI.minusDays(1))).isFalse();
    }

    @Test
    void a_district_or_a_withdrawal_that_does_not_exist_is_an_error() throws Exception {
        load("2025-10-21,Fair,NI_ACT,999,\n2025-10-22,Fair,NI_ACT,,yes\n2025-10-23,Fair,NI_ACT,,perhaps\n");

        assertThat(errors.all())
                .extracting(Object::toString)
                .satisfiesExactlyInAnyOrder(
                        e -> assertThat(e).contains("list.csv:2", "'999' is no district"),
                        e -> assertThat(e).contains("list.csv:3", "No row declares"),
                        e -> assertThat(e).contains("list.csv:4", "Write yes"));
    }

    private Calendars load(String rows) throws Exception {
        Files.writeString(
                folder.resolve("offices.yaml"),
                "covers: [2025]\nclasses: [NI_ACT]\noffices:\n  field: {closed: [sunday], observes: [NI_ACT]}\n");
        Files.writeString(folder.resolve("list.csv"), "date,name,holiday_class,district,withdrawn\n" + rows);
        return Calendars.load(new ConfigFolder(folder), "218"::equals, errors);
    }
}
