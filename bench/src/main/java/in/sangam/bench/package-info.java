/** Drives the product from outside, as separate processes, and measures what comes of it: speed, and survival of crashes. */
@NullMarked
package in.sangam.bench;

import org.jspecify.annotations.NullMarked;
