package in.sangam.core.record;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The days, in Asia/Kolkata, on which the clock of a case stands because an objection is open: written
 * {@code 2026-10-05/2026-10-12 2026-11-01/}, each from the day of the objection until, and without, the day of the answer.
 * The last lacks its end while the objection is open.
 */
public record Pauses(List<Pause> all) {

    /** One of them; {@code until} null while it lasts. */
    public record Pause(LocalDate from, @Nullable LocalDate until) {}

    /**
     * Reads them.
     *
     * @throws DateTimeException when they are written otherwise, overlap or are not in order
     */
    public static Pauses of(String text) {
        List<Pause> pauses = new ArrayList<>();
        LocalDate earliest = LocalDate.MIN;
        for (String each : text.strip().split("\\s+", -1)) {
            int slash = each.indexOf('/');
            if (slash < 0 || LocalDate.MAX.equals(earliest)) {
                throw new DateTimeException("No day and slash, or one after a pause without end");
            }
            LocalDate from = day(each.substring(0, slash));
            String end = each.substring(slash + 1);
            LocalDate until = end.isEmpty() ? null : day(end);
            if (from.isBefore(earliest) || (until != null && until.isBefore(from))) {
                throw new DateTimeException("Out of order");
            }
            pauses.add(new Pause(from, until));
            earliest = until == null ? LocalDate.MAX : until;
        }
        return new Pauses(List.copyOf(pauses));
    }

    private static LocalDate day(String text) {
        LocalDate day = LocalDate.parse(text);
        if (day.getYear() < 1900 || day.getYear() > 2199) {
            throw new DateTimeException("Outside the years 1900 to 2199");
        }
        return day;
    }

    /** Returns whether the clock stands on a day. */
    public boolean contains(LocalDate day) {
        return all.stream()
                .anyMatch(
                        pause -> !day.isBefore(pause.from()) && (pause.until() == null || day.isBefore(pause.until())));
    }

    /** Returns whether the clock stands on a day, and nobody can say yet until when. */
    public boolean isOpenOn(LocalDate day) {
        return all.stream().anyMatch(pause -> pause.until() == null && !day.isBefore(pause.from()));
    }

    @Override
    public String toString() {
        return all.stream()
                .map(pause -> pause.from() + "/" + (pause.until() == null ? "" : pause.until()))
                .collect(Collectors.joining(" "));
    }
}
