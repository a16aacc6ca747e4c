/** Who goes first when there is not enough processor for all. */
@NullMarked
package in.sangam.app.priority;

import org.jspecify.annotations.NullMarked;
