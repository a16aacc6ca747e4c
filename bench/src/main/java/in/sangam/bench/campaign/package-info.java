/**
 * Survival: kills and other faults while the hub loads, and after each of them the promises, checked from outside against
 * the portals' own ledger. The list of faults is a table to which a row is added.
 */
@NullMarked
package in.sangam.bench.campaign;

import org.jspecify.annotations.NullMarked;
