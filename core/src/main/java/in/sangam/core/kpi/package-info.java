/** From measures to KPI values, marks, ranks and their explanation. Exact inside, rounded once when shown. */
@NullMarked
package in.sangam.core.kpi;

import org.jspecify.annotations.NullMarked;
