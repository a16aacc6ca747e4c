package in.sangam.routes.poll;

import org.apache.camel.builder.RouteConfigurationBuilder;

/** The row of the error table for one stream's polls: whatever happens is noted by its code, and the next poll tries again. */
final class PollErrors extends RouteConfigurationBuilder {

    private final PolledStream polled;
    private final FailPoll failPoll;

    PollErrors(PolledStream polled, FailPoll failPoll) {
        this.polled = polled;
        this.failPoll = failPoll;
    }

    @Override
    public void configuration() {
        routeConfiguration(polled.routeId())
                .onException(Throwable.class)
                .handled(true)
                .process(failPoll);
    }
}
