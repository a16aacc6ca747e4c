/** Shaping: turns public event logs, and generated records where there is no log, into what five portals hold. */
@NullMarked
package in.sangam.sandbox.shape;

import org.jspecify.annotations.NullMarked;
