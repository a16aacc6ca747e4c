/** What all portals share: one HTTP server, the gate before each portal, and how JSON is written. */
@NullMarked
package in.sangam.sandbox.portal;

import org.jspecify.annotations.NullMarked;
