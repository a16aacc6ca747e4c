/** How often a portal is called: its schedule, its rate and what it asks to wait. */
@NullMarked
package in.sangam.routes.pace;

import org.jspecify.annotations.NullMarked;
