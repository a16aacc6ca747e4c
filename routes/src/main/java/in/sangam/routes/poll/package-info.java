/** Polls: how the streams of a portal are pulled, one set of route templates for all portals of a transport. */
@NullMarked
package in.sangam.routes.poll;

import org.jspecify.annotations.NullMarked;
