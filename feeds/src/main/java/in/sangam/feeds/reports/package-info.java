/** Weekly reports: made on their weekday, kept for good, sent to whom they are for. */
@NullMarked
package in.sangam.feeds.reports;

import org.jspecify.annotations.NullMarked;
