/** The read side of the store: measures, records and what is behind a number. Reads only; nothing here waits for a writer. */
@NullMarked
package in.sangam.store.read;

import org.jspecify.annotations.NullMarked;
