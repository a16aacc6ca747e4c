/** The way of a page through the hub as Camel routes: transports reach the portals, flows meet only on durable queues. */
@NullMarked
package in.sangam.routes;

import org.jspecify.annotations.NullMarked;
