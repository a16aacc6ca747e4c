/** The Canonical Data Model: what every portal's record becomes. Pure Java; a record's fields are the words of its kind. */
@NullMarked
package in.sangam.core.record;

import org.jspecify.annotations.NullMarked;
