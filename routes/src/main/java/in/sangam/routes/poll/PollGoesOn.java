package in.sangam.routes.poll;

import org.apache.camel.Exchange;
import org.apache.camel.Predicate;

/** Tells whether a poll has begun on this exchange and has something more to ask. */
final class PollGoesOn implements Predicate {

    @Override
    public boolean matches(Exchange exchange) {
        Poll poll = Poll.in(exchange);
        return poll != null && poll.goesOn();
    }
}
