/** Reconciliation by balance: the hub's counts of a day beside the portal's own, statements of it, and what becomes of differences. */
@NullMarked
package in.sangam.feeds.reconciliation;

import org.jspecify.annotations.NullMarked;
