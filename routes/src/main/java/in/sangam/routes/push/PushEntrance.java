package in.sangam.routes.push;

import in.sangam.routes.push.PushRefused.Code;
import java.util.Optional;
import java.util.function.Function;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.direct.DirectConsumerNotAvailableException;
import org.jspecify.annotations.Nullable;

/** Where whoever serves HTTP hands pushed pages over to the routes. */
public final class PushEntrance {

    private final ProducerTemplate routes;
    private final Function<String, @Nullable PageBounds> bounds;

    /** @param bounds of a page, by the stream's id; null where no such stream is pushed */
    public PushEntrance(CamelContext context, Function<String, @Nullable PageBounds> bounds) {
        this.routes = context.createProducerTemplate();
        this.bounds = bounds;
    }

    /** Returns what one page is bound to; empty when no portal may push such a stream. */
    public Optional<PageBounds> bounds(String portal, String stream) {
        return Optional.ofNullable(bounds.apply(portal + "." + stream));
    }

    /** Returns the receipt of a page that is safely on the broker; throws {@link PushRefused} when nothing of it is taken. */
    public Receipt receive(String portal, String stream, PushedPage page) {
        if (bounds(portal, stream).isEmpty()) {
            throw new PushRefused(
                    Code.NOT_SIGNED, "No signature of the page holds: compare the secret and the address");
        }
        Exchange done = routes.request(PushRoute.entrance(portal + "." + stream), exchange -> exchange.getMessage()
                .setBody(page));
        Exception failure = done.getException();
        if (failure instanceof PushRefused refused) {
            throw refused;
        }
        if (failure instanceof DirectConsumerNotAvailableException) {
            throw new PushRefused(
                    Code.NOT_NOW, "The stream is stopped: send the same message again in a while", failure);
        }
        if (failure != null) {
            throw new IllegalStateException("A pushed page of " + portal + "." + stream + " failed", failure);
        }
        return done.getMessage().getBody(Receipt.class);
    }
}
