/** Bihar Vikas Mission: takes the POP scores of posts, once per idempotency key. */
@NullMarked
package in.sangam.sandbox.portal.mission;

import org.jspecify.annotations.NullMarked;
