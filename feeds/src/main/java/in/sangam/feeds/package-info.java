/** What goes out of the hub: the API, its CSV and XLSX, and the pages that officials read. */
@NullMarked
package in.sangam.feeds;

import org.jspecify.annotations.NullMarked;
