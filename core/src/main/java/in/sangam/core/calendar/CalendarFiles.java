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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads {@code offices.yaml} and the holiday tables beside it. */
final class CalendarFiles {

    private final List<OfficeClass> offices = new ArrayList<>();
    private final Set<String> classes = new HashSet<>();
    private final Set<Integer> covered = new HashSet<>();
    private final Predicate<String> isDistrict;
    private final Map<Declared, CsvFile.Row> rows = new LinkedHashMap<>();

    /** What makes two rows the same: a day is declared, or withdrawn, once for each class and district. */
    private record Declared(LocalDate day, String holidayClass, @Nullable String district, boolean withdrawn) {}

    private CalendarFiles(Predicate<String> isDistrict) {
        this.isDistrict = isDistrict;
    }

    static Calendars load(ConfigFolder folder, Predicate<String> isDistrict, ConfigErrors errors) {
        CalendarFiles files = new CalendarFiles(isDistrict);
        YamlFile.read(folder.path().resolve("offices.yaml"), errors).ifPresent(files::offices);
        for (Path file : folder.files(".csv", errors)) {
            CsvFile.read(file, List.of("date", "name", "holiday_class"), errors, files::holiday);
        }
        return new Calendars(files.offices, files.holidays(), files.covered);
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
        String district = row.textOrNull("district");
        if (district != null && !isDistrict.test(district)) {
            row.error(
                    "district",
                    "'" + district + "' is no district",
                    "Write its LGD code, or nothing for the whole state");
        }
        row.need("name");
        row.need("date");
        LocalDate day = row.day("date");
        if (day != null) {
            declared(new Declared(day, holidayClass, district, isWithdrawn(row)), row);
        }
    }

    private static boolean isWithdrawn(CsvFile.Row row) {
        String withdrawn = row.text("withdrawn");
        if (!withdrawn.isEmpty() && !withdrawn.equals("yes")) {
            row.error("withdrawn", "'" + withdrawn + "' says nothing", "Write yes, or leave it empty");
        }
        return withdrawn.equals("yes");
    }

    private void declared(Declared holiday, CsvFile.Row row) {
        CsvFile.Row earlier = rows.putIfAbsent(holiday, row);
        if (earlier != null) {
            row.error(
                    "date",
                    "The same holiday as in " + earlier.file() + ":" + earlier.line(),
                    "Delete one of the two; a holiday that has moved is a row with 'withdrawn' and a row of its new day");
        }
    }

    private List<Holiday> holidays() {
        List<Holiday> holidays = new ArrayList<>();
        rows.forEach((declared, row) -> {
            Declared other =
                    new Declared(declared.day(), declared.holidayClass(), declared.district(), !declared.withdrawn());
            if (!declared.withdrawn() && !rows.containsKey(other)) {
                holidays.add(
                        new Holiday(declared.day(), row.text("name"), declared.holidayClass(), declared.district()));
            } else if (declared.withdrawn() && !rows.containsKey(other)) {
                row.error(
                        "withdrawn",
                        "No row declares this holiday",
                        "Delete this row, or correct its date, class or district");
            }
        });
        return holidays;
    }
}
