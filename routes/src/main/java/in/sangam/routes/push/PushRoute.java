package in.sangam.routes.push;

import in.sangam.core.AsOfClock;
import in.sangam.kit.Stream;
import in.sangam.kit.Transport;
import in.sangam.routes.intake.PageSender;
import in.sangam.store.PushedMessages;
import in.sangam.store.StreamHealth;
import java.time.Clock;
import javax.sql.DataSource;
import org.apache.camel.builder.RouteBuilder;

/** The route {@code <portal>.<stream>.push} of a stream whose portal calls the hub. While it is stopped, nothing is taken. */
final class PushRoute extends RouteBuilder {

    private final Stream stream;
    private final ReceivePage receive;

    PushRoute(
            Stream stream,
            Transport.Push push,
            PageSender sender,
            DataSource database,
            AsOfClock asOf,
            Clock wallClock) {
        this.stream = stream;
        this.receive = new ReceivePage(
                stream,
                new Seal(push),
                sender,
                new PushedMessages(database),
                new StreamHealth(database),
                asOf,
                wallClock);
    }

    // spotless:off
    @Override
    public void configure() {
        from(entrance(stream.id())).routeId(routeId(stream.id()))
            .errorHandler(noErrorHandler())
            .process(receive).id(routeId(stream.id()) + "-receive");
    }
    // spotless:on

    /** Returns the route's id. */
    static String routeId(String streamId) {
        return streamId + ".push";
    }

    static String entrance(String streamId) {
        return "direct:" + routeId(streamId) + "?failIfNoConsumers=true&block=false";
    }
}
