package in.sangam.routes.reach;

import in.sangam.kit.Auth;
import in.sangam.kit.Transport;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * Puts the hub's credential on the requests to one HTTP portal. Secrets are read at each request, so that a new one holds at once.
 */
public interface Credentials {

    /**
     * Puts the credential on a request.
     *
     * @param request has its method set
     * @param address where it goes, with its query
     * @param body what it carries, empty for none
     */
    void put(Message request, URI address, byte[] body) throws IOException;

    /** Forgets what the portal refuses, and tells whether there is something newer to try with. */
    default boolean renew() {
        return false;
    }

    /** Returns the credentials that a transport declares. */
    static Credentials of(Transport.Rest rest) {
        Auth auth = rest.auth();
        if (auth instanceof Auth.ClientCredentials granted) {
            return new GrantedToken(granted, rest);
        }
        if (auth instanceof Auth.Signature signature) {
            return new Signing(signature);
        }
        return (request, address, body) -> plain(request, auth);
    }

    private static void plain(Message request, Auth auth) {
        if (auth instanceof Auth.Bearer bearer) {
            request.setHeader("Authorization", "Bearer " + bearer.token().reveal());
        } else if (auth instanceof Auth.ApiKey apiKey) {
            request.setHeader(apiKey.header(), apiKey.key().reveal());
        } else if (auth instanceof Auth.QueryKey apiKey) {
            String query = request.getHeader(Exchange.HTTP_RAW_QUERY, String.class);
            String key = java.net.URLEncoder.encode(apiKey.parameter(), StandardCharsets.UTF_8) + "="
                    + java.net.URLEncoder.encode(apiKey.key().reveal(), StandardCharsets.UTF_8);
            request.setHeader(Exchange.HTTP_RAW_QUERY, query == null || query.isEmpty() ? key : query + "&" + key);
        } else if (auth instanceof Auth.Login login) {
            String both = login.username().reveal() + ":" + login.password().reveal();
            request.setHeader(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8)));
        }
    }
}
