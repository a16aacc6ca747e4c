/** What persons decide on rows in quarantine, checked before it is written. */
@NullMarked
package in.sangam.feeds.quarantine;

import org.jspecify.annotations.NullMarked;
