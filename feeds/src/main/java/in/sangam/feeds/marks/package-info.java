/** Figures of a month: KPI values, composite marks and ranks that belong together, true for one change number. */
@NullMarked
package in.sangam.feeds.marks;

import org.jspecify.annotations.NullMarked;
