/** Flows: which records of which stream go on to which portals, as rules that operators write. */
@NullMarked
package in.sangam.core.flow;

import org.jspecify.annotations.NullMarked;
