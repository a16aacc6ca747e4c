/** The API under /api/v1: JSON, CSV and XLSX of the same address, and problems that say what to do. */
@NullMarked
package in.sangam.feeds.api;

import org.jspecify.annotations.NullMarked;
