package in.sangam.core.calendar;

import java.time.DayOfWeek;
import java.util.Set;

/**
 * A class of offices that keep the same week: field offices six days, secretariat and directorates five.
 *
 * @param code as rules name it, e.g. {@code field}
 * @param closed weekdays on which they are closed
 * @param holidays classes of holiday that they observe, e.g. {@code NI_ACT}
 */
public record OfficeClass(String code, Set<DayOfWeek> closed, Set<String> holidays) {}
