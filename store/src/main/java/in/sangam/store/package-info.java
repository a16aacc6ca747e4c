/** The write side of the store: a page in one transaction, the folding of its deltas, cursors, leases and the outbox. */
@NullMarked
package in.sangam.store;

import org.jspecify.annotations.NullMarked;
