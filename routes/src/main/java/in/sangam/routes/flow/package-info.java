/** The flows inside the hub: each begins at a durable queue or a timer and ends in one transaction. */
@NullMarked
package in.sangam.routes.flow;

import org.jspecify.annotations.NullMarked;
