/** Pushes: portals that call the hub. */
@NullMarked
package in.sangam.routes.push;

import org.jspecify.annotations.NullMarked;
