package in.sangam.feeds.marks;

import in.sangam.core.kpi.Period;
import org.jspecify.annotations.Nullable;

/**
 * Which figures are meant: those of some months.
 *
 * @param last month
 * @param months how many, that one among them; at least 1
 * @param place that alone, with the places in it, is read; null for all
 * @param method a month of the method; null for each month's own
 */
record FigureWindow(Period last, int months, @Nullable String place, @Nullable Period method) {}
