package in.sangam.routes.reach;

import in.sangam.kit.Transport;
import in.sangam.routes.error.AllowedHeaders;
import in.sangam.routes.pace.RetryAfter;
import java.util.List;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.component.http.HttpComponent;

/** HTTP portals as Camel endpoints: only the headers that a step has written go out, only those named here come in. */
public final class HttpPortal {

    /** Header by which an answer may name the next (RFC 8288). */
    public static final String LINK = "Link";

    private HttpPortal() {}

    /** Adds the components {@code http} and {@code https} to a context. */
    public static void addTo(CamelContext context) {
        context.addComponent("http", component());
        context.addComponent("https", component());
    }

    /**
     * Returns the endpoint of a route to a portal's address; the request's own address is a header that a step writes. The route has
     * a client of its own, which Camel closes with the endpoint.
     */
    public static String endpoint(CamelContext context, String routeId, String url, Transport.Rest rest) {
        String client = clientOf(routeId);
        context.getRegistry().bind(client, PortalHttp.client(rest));
        return url + (url.contains("?") ? "&" : "?")
                + "throwExceptionOnFailure=false&disableStreamCache=true&copyHeaders=false&skipRequestHeaders=false"
                + "&httpClient=#" + client;
    }

    /** Removes the endpoint of a route that is no more, and with it the route's client. */
    public static void remove(CamelContext context, String routeId) throws Exception {
        String client = clientOf(routeId);
        for (Endpoint each : List.copyOf(context.getEndpoints())) {
            if (each.getEndpointUri().contains("#" + client)
                    || each.getEndpointUri().contains("%23" + client)) {
                context.removeEndpoint(each);
            }
        }
        context.getRegistry().unbind(client);
    }

    private static String clientOf(String routeId) {
        return routeId + ".http";
    }

    private static HttpComponent component() {
        HttpComponent http = new HttpComponent();
        http.setHeaderFilterStrategy(AllowedHeaders.ofAnswers(Set.of(RetryAfter.HEADER, LINK)));
        return http;
    }
}
