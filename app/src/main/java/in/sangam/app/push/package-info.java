/** The HTTP entrance of portals that call the hub. */
@NullMarked
package in.sangam.app.push;

import org.jspecify.annotations.NullMarked;
