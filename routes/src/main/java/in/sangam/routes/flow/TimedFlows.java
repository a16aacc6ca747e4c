package in.sangam.routes.flow;

import in.sangam.routes.error.ErrorTable;
import java.util.List;
import org.apache.camel.builder.RouteBuilder;

/** One route for each piece of work that only time drives. */
public final class TimedFlows extends RouteBuilder {

    private final List<TimedWork> works;

    public TimedFlows(List<TimedWork> works) {
        this.works = List.copyOf(works);
    }

    // spotless:off
    @Override
    public void configure() {
        for (TimedWork each : works) {
            from("timer:" + each.id() + "?period=" + each.every().toMillis() + "&includeMetadata=false&synchronous=true")
                .routeId(each.id()).routeConfigurationId(ErrorTable.TIMED)
                .process(exchange -> each.work().run());
        }
    }
    // spotless:on
}
