/** What a hub keeps on its own disk: one folder, its secrets and the instant it is true for. */
@NullMarked
package in.sangam.app.data;

import org.jspecify.annotations.NullMarked;
