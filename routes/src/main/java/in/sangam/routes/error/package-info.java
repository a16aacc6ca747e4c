/** What becomes of a failure: one table from exception to reaction, and the filter at every entrance. */
@NullMarked
package in.sangam.routes.error;

import org.jspecify.annotations.NullMarked;
