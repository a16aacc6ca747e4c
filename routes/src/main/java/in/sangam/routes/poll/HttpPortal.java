package in.sangam.routes.poll;

import in.sangam.routes.error.AllowedHeaders;
import in.sangam.routes.pace.RetryAfter;
import java.time.Duration;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.component.http.HttpComponent;

/**
 * HTTP as the hub speaks it: no redirect, cookie or retry of the client's own (the hub's schedule decides), only the
 * headers that a step has written go out, only {@code Retry-After} comes in.
 */
public final class HttpPortal {

    private static final int MOST_CONNECTIONS = 64;
    private static final int MOST_CONNECTIONS_PER_PORTAL = 8;

    private HttpPortal() {}

    /** Adds the components {@code http} and {@code https} to a context. */
    public static void addTo(CamelContext context) {
        context.addComponent("http", component());
        context.addComponent("https", component());
    }

    /** Returns the endpoint of a portal's address. The request's own address is a header that a step writes. */
    public static String endpoint(String url, Duration timeout) {
        return url + (url.contains("?") ? "&" : "?")
                + "throwExceptionOnFailure=false&disableStreamCache=true&copyHeaders=false&skipRequestHeaders=false"
                + "&connectTimeout=" + timeout.toMillis()
                + "&responseTimeout=" + timeout.toMillis()
                + "&soTimeout=" + timeout.toMillis();
    }

    private static HttpComponent component() {
        HttpComponent http = new HttpComponent();
        http.setHeaderFilterStrategy(AllowedHeaders.ofAnswers(Set.of(RetryAfter.HEADER)));
        http.setMaxTotalConnections(MOST_CONNECTIONS);
        http.setConnectionsPerRoute(MOST_CONNECTIONS_PER_PORTAL);
        http.setHttpClientConfigurer(client -> client.disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching());
        return http;
    }
}
