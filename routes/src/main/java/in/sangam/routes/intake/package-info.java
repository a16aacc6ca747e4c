/** The entrance of pages into the hub: all pages of an answer on the first queue, or none. */
@NullMarked
package in.sangam.routes.intake;

import org.jspecify.annotations.NullMarked;
