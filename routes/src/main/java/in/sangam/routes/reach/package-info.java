/** How a portal is reached over HTTP: which addresses, for how long, with which trust and which credential. */
@NullMarked
package in.sangam.routes.reach;

import org.jspecify.annotations.NullMarked;
