package in.sangam.routes.poll;

import in.sangam.kit.Auth;
import org.apache.camel.Message;

/** Puts the hub's credential on an HTTP request. It is read at each request, so that a new one holds at once. */
public final class Authorisation {

    private Authorisation() {}

    /** Sets the header that this kind of credential goes into; nothing for none. */
    public static void put(Message request, Auth auth) {
        if (auth instanceof Auth.Bearer bearer) {
            request.setHeader("Authorization", "Bearer " + bearer.token().reveal());
        } else if (auth instanceof Auth.ApiKey apiKey) {
            request.setHeader(apiKey.header(), apiKey.key().reveal());
        }
    }
}
