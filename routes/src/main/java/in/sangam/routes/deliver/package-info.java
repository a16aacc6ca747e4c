/** Deliveries: what flows to which sink, and how it gets there from the outbox. */
@NullMarked
package in.sangam.routes.deliver;

import org.jspecify.annotations.NullMarked;
