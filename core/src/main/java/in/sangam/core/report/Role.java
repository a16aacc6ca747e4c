package in.sangam.core.report;

import in.sangam.core.place.Level;

/**
 * Who gets a report, by office and never by name.
 *
 * @param level level of the place that has this officer
 */
public record Role(String code, String nameEn, String nameHi, Level level) {}
