/** Which layer of the way to a portal fails. */
@NullMarked
package in.sangam.routes.check;

import org.jspecify.annotations.NullMarked;
