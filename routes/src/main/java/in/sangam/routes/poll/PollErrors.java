package in.sangam.routes.poll;

import org.apache.camel.Processor;
import org.apache.camel.builder.RouteConfigurationBuilder;

/** The row of the error table for one route through a portal: whatever happens is noted by its code, and tried again later. */
final class PollErrors extends RouteConfigurationBuilder {

    private final String routeId;
    private final Processor fail;

    PollErrors(String routeId, Processor fail) {
        this.routeId = routeId;
        this.fail = fail;
    }

    @Override
    public void configuration() {
        routeConfiguration(routeId).onException(Throwable.class).handled(true).process(fail);
    }
}
