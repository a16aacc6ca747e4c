package in.sangam.core.calendar;

import in.sangam.core.config.ConfigErrors;
import in.sangam.core.config.ConfigFolder;
import in.sangam.core.config.CsvFile;
import in.sangam.core.config.NearestWord;
import in.sangam.core.config.YamlFile;
import in.sangam.core.config.YamlNode;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads {@code offices.yaml} and the holiday tables beside it. */
final class CalendarFiles {

    private final ConfigErrors errors;
    private final List<OfficeClass> offices = new ArrayList<>();
    private final Set<String> classes = new HashSet<>();
    private final Set<Integer> covered = new HashSet<>();
    private final List<Holiday> holidays = new ArrayList<>();

    private CalendarFiles(ConfigErrors errors) {
        this.errors = errors;
    }

    static Calendars load(ConfigFolder folder, ConfigErrors errors) {
        CalendarFiles files = new CalendarFiles(errors);
        YamlFile.read(folder.path().resolve("offices.yaml"), errors).ifPresent(files::offices);
        for (Path file : folder.files(".csv", errors)) {
            CsvFile.read(file, List.of("date", "name", "holiday_class"), errors, files::holiday);
        }
        return new Calendars(files.offices, files.holidays, files.covered);
    }

    private void offices(YamlNode file) {
        file.allow("covers", "classes", "offices");
        file.need("covers").ifPresent(this::covers);
        classes.addAll(file.words("classes"));
        file.need("offices").ifPresent(all -> all.members().forEach(this::office));
    }

    private void covers(YamlNode years) {
        for (YamlNode item : years.items()) {
            if (item.text().matches("\\d{4}")) {
                covered.add(Integer.valueOf(item.text()));
            } else {
                item.error("'" + item.text() + "' is not a year", "Write a list of years such as [2025, 2026]");
            }
        }
    }

    private void office(String code, YamlNode office) {
        office.allow("closed", "observes");
        Set<DayOfWeek> closed = EnumSet.noneOf(DayOfWeek.class);
        List<String> weekdays = Arrays.stream(DayOfWeek.values())
                .map(day -> day.name().toLowerCase(Locale.ROOT))
                .toList();
        office.need("closed").ifPresent(days -> days.items().forEach(item -> {
            String day = item.oneOf(weekdays);
            if (!day.isEmpty()) {
                closed.add(DayOfWeek.of(weekdays.indexOf(day) + 1));
            }
        }));
        if (closed.size() == weekdays.size()) {
            office.error("Offices that never work", "Leave at least one weekday open");
        }
        office.need("observes").ifPresent(all -> all.items().forEach(item -> item.oneOf(classes)));
        offices.add(new OfficeClass(code, closed, office.words("observes")));
    }

    private void holiday(CsvFile.Row row) {
        String holidayClass = row.need("holiday_class");
        if (!classes.contains(holidayClass)) {
            row.error(
                    "holiday_class",
                    "'" + holidayClass + "' is not known here",
                    NearestWord.remedy(holidayClass, classes));
        }
        row.need("date");
        LocalDate day = row.day("date");
        if (day != null) {
            holidays.add(new Holiday(day, row.need("name"), holidayClass, row.textOrNull("district")));
        }
    }
}
