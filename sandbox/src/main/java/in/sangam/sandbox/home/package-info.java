/** The folder that a sandbox lives in: its lock, secrets, ports and database. */
@NullMarked
package in.sangam.sandbox.home;

import org.jspecify.annotations.NullMarked;
