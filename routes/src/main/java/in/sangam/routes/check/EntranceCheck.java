package in.sangam.routes.check;

import in.sangam.kit.Connector;
import in.sangam.kit.Sink;
import in.sangam.kit.Transport;
import in.sangam.routes.check.PortalCheck.Finding;
import in.sangam.routes.check.PortalCheck.Layer;
import in.sangam.routes.poll.Credential;
import in.sangam.routes.reach.CredentialRefused;
import in.sangam.routes.reach.Credentials;
import in.sangam.routes.reach.PortalHttp;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.HttpResponse;

/**
 * The way to the entrance at which a portal takes deliveries, where no stream asks there: name, TCP, TLS and login. It is asked by a
 * GET, which delivers nothing.
 */
final class EntranceCheck {

    private static final int UNAUTHORISED = 401;
    private static final int FORBIDDEN = 403;
    private static final int SERVER_ERROR = 500;

    private final String name;
    private final Transport.Rest entrance;
    private final Sink sink;

    private EntranceCheck(Connector connector, Transport.Rest entrance) {
        this.name = entrance.equals(connector.transport()) ? connector.id() : connector.id() + " (deliver:)";
        this.entrance = entrance;
        this.sink = connector.sinks().get(0);
    }

    /** Returns the check of a connector; empty where it delivers nothing, or where its streams ask at the same entrance. */
    static Optional<EntranceCheck> of(Connector connector) {
        Transport.Rest entrance = connector.entrance();
        boolean asked = !connector.streams().isEmpty() && connector.transport().equals(entrance);
        return entrance == null || connector.sinks().isEmpty() || asked
                ? Optional.empty()
                : Optional.of(new EntranceCheck(connector, entrance));
    }

    /** Returns the findings; the last is not good when one failed. */
    List<Finding> run() {
        List<Finding> findings = new ArrayList<>();
        PortalAddress.of(entrance).ifPresent(at -> findings.addAll(new WireCheck(name, at, entrance.timeout()).run()));
        if (findings.stream().allMatch(Finding::good)) {
            findings.add(login());
        }
        return findings;
    }

    private Finding login() {
        long since = System.nanoTime();
        try (CloseableHttpClient client = PortalHttp.client(entrance);
                DefaultCamelContext context = new DefaultCamelContext()) {
            return judged(client.execute(request(context), HttpResponse::getCode), since);
        } catch (CredentialRefused refused) {
            return found(Layer.LOGIN, false, since, refusal(String.valueOf(refused.getMessage())));
        } catch (SocketTimeoutException late) {
            return found(
                    Layer.SLOW,
                    false,
                    since,
                    name + " gave no answer within " + entrance.timeout().toSeconds() + " s");
        } catch (IOException broken) {
            return found(
                    Layer.TCP,
                    false,
                    since,
                    name + " broke the connection (" + broken.getClass().getSimpleName()
                            + "): check its url, and with its owner whether it runs");
        }
    }

    private HttpGet request(DefaultCamelContext context) throws IOException {
        Message request = new DefaultExchange(context).getMessage();
        request.setHeader(Exchange.HTTP_METHOD, "GET");
        entrance.headers().forEach(request::setHeader);
        Credentials.of(entrance).put(request, URI.create(sink.url()), new byte[0]);
        String query = request.getHeader(Exchange.HTTP_RAW_QUERY, String.class);
        HttpGet get = new HttpGet(
                query == null ? sink.url() : sink.url() + (sink.url().contains("?") ? "&" : "?") + query);
        request.removeHeaders("Camel*");
        request.getHeaders().forEach(get::setHeader);
        return get;
    }

    private Finding judged(int status, long since) {
        if (status == UNAUTHORISED || status == FORBIDDEN) {
            return found(Layer.LOGIN, false, since, refusal("HTTP " + status));
        }
        return status >= SERVER_ERROR
                ? found(Layer.CONTRACT, false, since, name + " failed (HTTP " + status + "): ask its owner")
                : found(
                        Layer.LOGIN,
                        true,
                        since,
                        name + " does not refuse the hub's credential (HTTP " + status
                                + " to a GET, which delivers nothing)");
    }

    private String refusal(String answer) {
        return Credential.refused(name, entrance.auth(), answer);
    }

    private static Finding found(Layer layer, boolean good, long since, String sentence) {
        return new Finding(layer, null, good, Duration.ofNanos(System.nanoTime() - since), sentence);
    }
}
