/** Places: the tree of state, division, district and below, and how names in either script find their code in it. */
@NullMarked
package in.sangam.core.place;

import org.jspecify.annotations.NullMarked;
