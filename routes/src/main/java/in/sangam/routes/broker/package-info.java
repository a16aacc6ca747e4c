/** The broker: an embedded, durable, secured Artemis of our own, or any other by its address. */
@NullMarked
package in.sangam.routes.broker;

import org.jspecify.annotations.NullMarked;
