/** Released rows: from quarantine back to the intake, as pages of their own. */
@NullMarked
package in.sangam.routes.release;

import org.jspecify.annotations.NullMarked;
