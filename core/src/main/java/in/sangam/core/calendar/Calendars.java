package in.sangam.core.calendar;

import in.sangam.core.config.ConfigErrors;
import in.sangam.core.config.ConfigFolder;
import in.sangam.core.config.NearestWord;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The calendars of all classes of offices, by district where districts differ. Immutable and safe for many threads. */
public final class Calendars {

    private final Map<String, OfficeClass> offices;
    private final List<Holiday> holidays;
    private final Set<Integer> coveredYears;
    private final Set<String> districtsApart = new HashSet<>();
    private final Map<String, WorkingCalendar> made = new ConcurrentHashMap<>();

    /** Takes the classes, all holidays, and the years whose holidays are complete enough to rely on. */
    public Calendars(List<OfficeClass> offices, List<Holiday> holidays, Set<Integer> coveredYears) {
        this.offices = new HashMap<>();
        offices.forEach(office -> this.offices.put(office.code(), office));
        this.holidays = List.copyOf(holidays);
        this.coveredYears = Set.copyOf(coveredYears);
        holidays.forEach(holiday -> {
            if (holiday.district() != null) {
                districtsApart.add(holiday.district());
            }
        });
    }

    /**
     * Loads {@code offices.yaml} and every CSV file of holidays in a folder.
     *
     * @param isDistrict whether a code is that of a district, which may have holidays of its own
     */
    public static Calendars load(ConfigFolder folder, Predicate<String> isDistrict, ConfigErrors errors) {
        return CalendarFiles.load(folder, isDistrict, errors);
    }

    /** Returns the codes of all classes of offices. */
    public Set<String> offices() {
        return Set.copyOf(offices.keySet());
    }

    /** Returns the years whose holidays are known. */
    public Set<Integer> coveredYears() {
        return coveredYears;
    }

    /**
     * Returns the calendar of a class of offices in a district; null for a district means the whole state's.
     *
     * @throws IllegalArgumentException when there is no such class
     */
    public WorkingCalendar of(String office, @Nullable String district) {
        OfficeClass week = offices.get(office);
        if (week == null) {
            throw new IllegalArgumentException(
                    "No class of offices '" + office + "'. " + NearestWord.remedy(office, offices.keySet()));
        }
        boolean apart = district != null && districtsApart.contains(district);
        return made.computeIfAbsent(
                apart ? office + '/' + district : office, key -> calendar(week, apart ? district : null));
    }

    private WorkingCalendar calendar(OfficeClass office, @Nullable String district) {
        Set<LocalDate> closed = new HashSet<>();
        for (Holiday holiday : holidays) {
            boolean here = holiday.district() == null || holiday.district().equals(district);
            if (here && office.holidays().contains(holiday.holidayClass())) {
                closed.add(holiday.day());
            }
        }
        return new WorkingCalendar(
                day -> !office.closed().contains(day.getDayOfWeek()) && !closed.contains(day), coveredYears);
    }
}
