/** Statutory time limits, effective-dated, and the due dates that follow from them. */
@NullMarked
package in.sangam.core.rule;

import org.jspecify.annotations.NullMarked;
