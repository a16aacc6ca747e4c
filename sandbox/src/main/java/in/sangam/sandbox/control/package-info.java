/** The control API: fault switches, fresh changes and the ledger, for tests and operators. */
@NullMarked
package in.sangam.sandbox.control;

import org.jspecify.annotations.NullMarked;
