/** A real PostgreSQL run as a child process, for a hub or a sandbox that is given no database of its own. */
@NullMarked
package in.sangam.postgres;

import org.jspecify.annotations.NullMarked;
