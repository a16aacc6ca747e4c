package in.sangam.core.calendar;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One day declared a holiday.
 *
 * @param holidayClass e.g. {@code NI_ACT}, {@code GENERAL_EXEC}, {@code RESTRICTED}, {@code BANK_ONLY}
 * @param district code of the only district that observes it, null for the whole state
 */
public record Holiday(LocalDate day, String name, String holidayClass, @Nullable String district) {}
