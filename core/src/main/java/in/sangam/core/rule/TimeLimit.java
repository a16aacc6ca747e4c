package in.sangam.core.rule;

import in.sangam.core.place.Level;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One time limit: for which records, from which field the clock starts, and how long.
 *
 * @param types record types it is for
 * @param services, modes, stages empty for any
 * @param levels levels of the record's place, empty for any
 * @param starts field from whose day the clock runs
 * @param days length of the limit
 * @param office class of offices whose working days count, null for calendar days
 * @param from first start day for which it is in force, null for always
 * @param to last such day, null when it still is
 * @param origin file and line, for messages
 */
record TimeLimit(
        String id,
        Set<String> types,
        Set<String> services,
        Set<String> modes,
        Set<String> stages,
        Set<Level> levels,
        String starts,
        int days,
        @Nullable String office,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        String origin) {

    boolean isFor(Map<String, String> fields, @Nullable Level level, LocalDate start) {
        return holds(services, fields.get("service"))
                && holds(modes, fields.get("mode"))
                && holds(stages, fields.get("stage"))
                && holds(levels, level)
                && (from == null || !start.isBefore(from))
                && (to == null || !start.isAfter(to));
    }

    /** How many of the four selectors it names: the rule that names more goes before. */
    int precision() {
        return named(services) + named(modes) + named(stages) + named(levels);
    }

    /** Whether some record could be meant by both, with nothing to say which goes before. */
    boolean contradicts(TimeLimit other) {
        return precision() == other.precision()
                && types.stream().anyMatch(other.types::contains)
                && meet(services, other.services)
                && meet(modes, other.modes)
                && meet(stages, other.stages)
                && meet(levels, other.levels)
                && (to == null || other.from == null || !to.isBefore(other.from))
                && (other.to == null || from == null || !other.to.isBefore(from));
    }

    private static <T> boolean holds(Set<T> named, @Nullable T value) {
        return named.isEmpty() || (value != null && named.contains(value));
    }

    private static int named(Set<?> named) {
        return named.isEmpty() ? 0 : 1;
    }

    private static <T> boolean meet(Set<T> one, Set<T> other) {
        return one.isEmpty() || other.isEmpty() || one.stream().anyMatch(other::contains);
    }
}
