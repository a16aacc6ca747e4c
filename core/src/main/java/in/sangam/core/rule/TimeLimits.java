package in.sangam.core.rule;

import in.sangam.core.calendar.Calendars;
import in.sangam.core.calendar.WorkingCalendar;
import in.sangam.core.config.ConfigErrors;
import in.sangam.core.config.ConfigFolder;
import in.sangam.core.place.Level;
import in.sangam.core.place.Place;
import in.sangam.core.place.Places;
import in.sangam.core.record.CanonicalRecord;
import in.sangam.core.record.Kind;
import in.sangam.core.record.Pauses;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The time limits that law sets, by type, service, mode, stage and level of place, each for the days on which it is in
 * force. Where several are for a record, the one that names most of these goes before. Immutable.
 */
public final class TimeLimits {

    private static final Pauses NEVER = new Pauses(List.of());

    private final Map<String, List<TimeLimit>> byType = new HashMap<>();
    private final Calendars calendars;
    private final Places places;

    TimeLimits(List<TimeLimit> limits, Calendars calendars, Places places) {
        this.calendars = calendars;
        this.places = places;
        for (TimeLimit limit : limits) {
            limit.types().forEach(type -> byType.computeIfAbsent(type, t -> new ArrayList<>())
                    .add(limit));
        }
        byType.values()
                .forEach(all ->
                        all.sort(Comparator.comparingInt(TimeLimit::precision).reversed()));
    }

    /** Loads every YAML file of a folder; two limits that contradict each other are an error. */
    public static TimeLimits load(ConfigFolder folder, Calendars calendars, Places places, ConfigErrors errors) {
        return new TimeLimits(new TimeLimitFiles(calendars, errors).read(folder), calendars, places);
    }

    /** Returns when a record is due; empty when no limit is set for it, its clock has not started, or it stands. */
    public Optional<Due> due(CanonicalRecord record) {
        return due(record.type(), record.place(), record.fields());
    }

    /**
     * Returns an open case as the rules and calendars of now date it, which may be the same; anything else as it is. A case
     * that has ended keeps the due date that it ended under.
     */
    public CanonicalRecord redated(CanonicalRecord record) {
        if (record.kind() != Kind.CASE || !"pending".equals(record.field("status"))) {
            return record;
        }
        SortedMap<String, String> fields = new TreeMap<>(record.fields());
        SortedMap<String, String> attributes = new TreeMap<>(record.attributes());
        Due.clear(fields, attributes);
        due(record.type(), record.place(), fields).ifPresent(due -> due.put(fields, attributes));
        return new CanonicalRecord(
                record.key(), record.version(), record.kind(), record.type(), record.place(), fields, attributes);
    }

    /** Returns when a record with this type, place and fields, already checked, is due. */
    public Optional<Due> due(String type, @Nullable String place, Map<String, String> fields) {
        List<TimeLimit> limits = byType.get(type);
        if (limits == null) {
            return Optional.empty();
        }
        Level level = level(place);
        String paused = fields.get("paused");
        Pauses pauses = paused == null ? NEVER : Pauses.of(paused);
        for (TimeLimit limit : limits) {
            String start = fields.get(limit.starts());
            LocalDate day = start == null ? null : CanonicalRecord.dayOf(start);
            if (day != null && limit.isFor(fields, level, day)) {
                return due(limit, day, place, pauses);
            }
        }
        return Optional.empty();
    }

    /** Nothing is due as long as an objection is open that was raised in time: the clock stands. */
    private Optional<Due> due(TimeLimit limit, LocalDate start, @Nullable String place, Pauses pauses) {
        String office = limit.office();
        WorkingCalendar calendar = office == null ? null : calendars.of(office, district(place));
        LocalDate day =
                calendar == null ? start.plusDays(limit.days()) : calendar.workingDaysAfter(start, limit.days());
        if (!pauses.all().isEmpty()) {
            day = start;
            for (int left = limit.days(); left > 0; ) {
                day = day.plusDays(1);
                if (pauses.isOpenOn(day)) {
                    return Optional.empty();
                }
                left -= (calendar == null || calendar.isWorkingDay(day)) && !pauses.contains(day) ? 1 : 0;
            }
        }
        return Optional.of(new Due(day, calendar != null && !calendar.covers(start, day), limit.id()));
    }

    private @Nullable Level level(@Nullable String place) {
        return place == null ? null : places.find(place).map(Place::level).orElse(null);
    }

    private @Nullable String district(@Nullable String place) {
        return place == null
                ? null
                : places.at(Level.DISTRICT, place).map(Place::code).orElse(null);
    }
}
