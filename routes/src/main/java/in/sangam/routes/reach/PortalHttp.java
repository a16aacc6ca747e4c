package in.sangam.routes.reach;

import in.sangam.kit.Transport;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.util.Timeout;

/**
 * An HTTP client as the hub needs it for one portal: no redirect, cookie or retry of its own (the hub's schedule decides), a
 * deadline for each whole answer, and no call to an address that {@link AddressPolicy} refuses — asked when it connects.
 */
public final class PortalHttp {

    private static final int MOST_CONNECTIONS = 4;

    private PortalHttp() {}

    /** Returns a client of its own; who asks for it closes it. */
    public static CloseableHttpClient client(Transport.Rest rest) {
        return client(rest, new Checked());
    }

    static CloseableHttpClient client(Transport.Rest rest, DnsResolver names) {
        Timeout timeout = Timeout.of(rest.timeout());
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(names)
                .setTlsSocketStrategy(new DefaultClientTlsStrategy(Trust.context(rest.trust())))
                .setMaxConnTotal(MOST_CONNECTIONS)
                .setMaxConnPerRoute(MOST_CONNECTIONS)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(timeout)
                        .setSocketTimeout(timeout)
                        .setValidateAfterInactivity(Timeout.of(Duration.ofSeconds(1)))
                        .build())
                .setDefaultSocketConfig(
                        SocketConfig.custom().setSoTimeout(timeout).build())
                .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(timeout)
                        .setResponseTimeout(timeout)
                        .build())
                .addExecInterceptorFirst("deadline", new Deadline(rest.timeout()))
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
    }

    /** The machine's name service, whose every answer is checked; what it returns is what is connected to. */
    private static final class Checked implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            try {
                return AddressPolicy.resolve(host);
            } catch (AddressPolicy.Refused refused) {
                UnknownHostException wrapped = new UnknownHostException(refused.getMessage());
                wrapped.initCause(refused);
                throw wrapped;
            }
        }

        @Override
        public String resolveCanonicalHostname(String host) throws UnknownHostException {
            return resolve(host)[0].getCanonicalHostName();
        }
    }
}
