package in.sangam.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Invented histories of cases, and the brute-force oracle of their measures: it walks the calendar day by day and looks at
 * every case on every day. It shares no code with the hub.
 */
final class FiledCases {

    static final List<String> DISTRICTS = List.of("188", "190", "212");
    static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    static final LocalDate LAST = LocalDate.of(2026, 8, 31);

    /** Days on which field offices are closed; the district is null where all are. One falls on a Sunday. */
    record Holiday(LocalDate day, @Nullable String district) {}

    static final List<Holiday> HOLIDAYS = List.of(
            holiday("2026-01-26", null),
            holiday("2026-02-15", null),
            holiday("2026-03-03", null),
            holiday("2026-03-04", null),
            holiday("2026-03-17", "190"),
            holiday("2026-03-21", null),
            holiday("2026-04-03", null),
            holiday("2026-04-14", "188"),
            holiday("2026-05-01", null));

    private static final int WORKING_DAYS = 10;
    private static final int CALENDAR_DAYS = 5;

    /** One telling of one version of a case. */
    record Told(
            String key,
            int version,
            String district,
            String service,
            boolean urgent,
            LocalDate registered,
            @Nullable LocalDate disposed,
            boolean deleted,
            int seconds) {

        /** Returns the draft that a mapping would make; its moments are written in two offsets. */
        JsonNode draft() {
            ObjectNode draft = JsonNodeFactory.instance.objectNode();
            draft.put("sourceId", key)
                    .put("version", version)
                    .put("kind", "case")
                    .put("type", "filed-case");
            if (deleted) {
                return draft.put("deleted", true);
            }
            draft.putObject("place").put("district", district);
            ObjectNode fields = draft.putObject("fields");
            fields.put("service", service).put("mode", urgent ? "urgent" : "normal");
            fields.put("registered", moment(registered));
            fields.put("status", disposed == null ? "pending" : "disposed");
            if (disposed != null) {
                fields.put("disposed", moment(disposed));
            }
            return draft;
        }

        private String moment(LocalDate day) {
            OffsetDateTime kolkata =
                    day.atTime(LocalTime.ofSecondOfDay(seconds)).atOffset(ZoneOffset.ofHoursMinutes(5, 30));
            return (seconds % 2 == 0 ? kolkata : kolkata.withOffsetSameInstant(ZoneOffset.UTC)).toString();
        }

        private LocalDate due() {
            LocalDate day = registered;
            for (int left = urgent ? CALENDAR_DAYS : WORKING_DAYS; left > 0; ) {
                day = day.plusDays(1);
                left -= urgent || isWorked(day) ? 1 : 0;
            }
            return day;
        }

        private boolean isWorked(LocalDate day) {
            return day.getDayOfWeek() != DayOfWeek.SUNDAY
                    && !HOLIDAYS.contains(new Holiday(day, null))
                    && !HOLIDAYS.contains(new Holiday(day, district));
        }

        private boolean isOpen(LocalDate day) {
            return !registered.isAfter(day) && (disposed == null || disposed.isAfter(day));
        }

        private int counts(String measure, LocalDate day, LocalDate due) {
            boolean counted =
                    switch (measure) {
                        case "received" -> registered.equals(day);
                        case "disposed" -> day.equals(disposed);
                        case "disposed.in-time" -> day.equals(disposed) && !day.isAfter(due);
                        case "open" -> isOpen(day);
                        case "open.late" -> isOpen(day) && day.isAfter(due);
                        default -> throw new IllegalArgumentException(measure);
                    };
            return counted ? 1 : 0;
        }
    }

    private final int seed;
    private final Random random;
    private final List<Told> all = new ArrayList<>();

    FiledCases(int seed) {
        this.seed = seed;
        this.random = new Random(seed);
        for (int key = 0; key < 1 + random.nextInt(5); key++) {
            history("H" + seed + "/" + key);
        }
    }

    List<String> services() {
        return List.of("H" + seed + "-A", "H" + seed + "-B");
    }

    /** Returns every telling, the contents of one version in the order in which they were said. */
    List<Told> tellings() {
        return all;
    }

    private void history(String key) {
        LocalDate registered = FIRST.plusDays(random.nextInt(120));
        String district = any(DISTRICTS);
        String service = any(services());
        boolean urgent = random.nextBoolean();
        LocalDate disposed = null;
        int versions = 1 + random.nextInt(5);
        for (int version = 1; version <= versions; version++) {
            for (int content = 0; content <= random.nextInt(4) / 3; content++) {
                switch (random.nextInt(7)) {
                    case 0 -> district = any(DISTRICTS); // transferred
                    case 1 -> service = any(services()); // other category
                    case 2 -> urgent = !urgent;
                    case 3 -> disposed = null; // opened again
                    case 4 -> registered = FIRST.plusDays(random.nextInt(120));
                    default -> disposed = registered.plusDays(random.nextInt(40));
                }
                disposed = disposed != null && disposed.isBefore(registered) ? registered : disposed;
                boolean deleted = version == versions && random.nextInt(6) == 0;
                all.add(new Told(
                        key,
                        version,
                        district,
                        service,
                        urgent,
                        registered,
                        disposed,
                        deleted,
                        random.nextInt(86_400)));
            }
        }
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** Returns the count of a measure for each day from the first to the last, by looking at each case on each day. */
    static int[] counts(Collection<Told> current, String measure, String district, String service) {
        int[] counts = new int[(int) FIRST.until(LAST, ChronoUnit.DAYS) + 1];
        for (Told each : current) {
            if (!each.deleted && each.district.equals(district) && each.service.equals(service)) {
                LocalDate due = each.due();
                LocalDate day = FIRST;
                for (int i = 0; i < counts.length; i++, day = day.plusDays(1)) {
                    counts[i] += each.counts(measure, day, due);
                }
            }
        }
        return counts;
    }

    /** Returns how often each kind of change happens in the tellings. */
    static Map<String, Integer> changes(List<Told> tellings) {
        Map<String, Integer> changes = new TreeMap<>();
        for (int i = 1; i < tellings.size(); i++) {
            Told before = tellings.get(i - 1);
            Told now = tellings.get(i);
            if (before.key.equals(now.key)) {
                count(changes, "corrected", before.version == now.version);
                count(changes, "transferred", !before.district.equals(now.district));
                count(changes, "other category", !before.service.equals(now.service));
                count(changes, "other mode", before.urgent != now.urgent);
                count(changes, "opened again", before.disposed != null && now.disposed == null);
                count(changes, "deleted", now.deleted);
            }
        }
        return changes;
    }

    private static void count(Map<String, Integer> changes, String what, boolean happens) {
        changes.merge(what, happens ? 1 : 0, Integer::sum);
    }

    private static Holiday holiday(String day, @Nullable String district) {
        return new Holiday(LocalDate.parse(day), district);
    }
}
