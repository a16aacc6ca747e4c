/** The small portals: they drop files into folders, and do nothing else. */
@NullMarked
package in.sangam.sandbox.portal.drops;

import org.jspecify.annotations.NullMarked;
