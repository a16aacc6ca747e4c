/**
 * Proves a hub against the ledger of its portals: waits until nothing moves, then compares record by record and KPI by
 * KPI. Names of portals, streams and KPIs come from the data, never from here.
 */
@NullMarked
package in.sangam.app.settle;

import org.jspecify.annotations.NullMarked;
