/**
 * Speed: the hub and others side by side on the same records, out of one portal that the bench itself serves. Every round is
 * checked for its outcome before it counts.
 */
@NullMarked
package in.sangam.bench.speed;

import org.jspecify.annotations.NullMarked;
