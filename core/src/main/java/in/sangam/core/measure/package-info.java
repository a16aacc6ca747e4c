/** Measures: pure functions from a record to the amounts that it adds to the counts (design §6). */
@NullMarked
package in.sangam.core.measure;

import org.jspecify.annotations.NullMarked;
