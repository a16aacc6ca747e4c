/** Which KPI cells are handed to receivers. */
@NullMarked
package in.sangam.feeds.publication;

import org.jspecify.annotations.NullMarked;
