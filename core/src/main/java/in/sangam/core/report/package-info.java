/** Weekly reports as declared: of what, for which places, to whom, on which weekday. */
@NullMarked
package in.sangam.core.report;

import org.jspecify.annotations.NullMarked;
