package in.sangam.core.rule;

import java.time.LocalDate;

/**
 * The last day on which a disposal is in time.
 *
 * @param day in Asia/Kolkata
 * @param provisional true when the day lies beyond the years that the calendar covers, so that holidays are missing
 * @param rule id of the time limit that set it
 */
public record Due(LocalDate day, boolean provisional, String rule) {}
