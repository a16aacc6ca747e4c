/** The sandbox: the portals of a state as real servers on loopback, filled once and the same for every seed. */
@NullMarked
package in.sangam.sandbox;

import org.jspecify.annotations.NullMarked;
