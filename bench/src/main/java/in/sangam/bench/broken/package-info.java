/**
 * Promises broken on purpose, for the negative controls of the campaign: an agent that the bench puts into a hub or a broker
 * it starts. Nothing of this is in the product, and no setting of the product can do it.
 */
@NullMarked
package in.sangam.bench.broken;

import org.jspecify.annotations.NullMarked;
