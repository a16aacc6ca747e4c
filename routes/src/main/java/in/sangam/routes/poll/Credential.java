package in.sangam.routes.poll;

import in.sangam.kit.Auth;

/** Speaks of a portal's credential by the names of its settings, never by its value. */
final class Credential {

    private Credential() {}

    static String refused(PolledStream polled, String answer) {
        return polled.portal() + " refuses the hub's credential (" + answer + "): check the setting "
                + names(polled.connector().transport().auth()) + " and with the portal's owner whether it still holds";
    }

    private static String names(Auth auth) {
        if (auth instanceof Auth.Bearer bearer) {
            return bearer.token().name();
        }
        if (auth instanceof Auth.ApiKey apiKey) {
            return apiKey.key().name();
        }
        if (auth instanceof Auth.QueryKey apiKey) {
            return apiKey.key().name();
        }
        if (auth instanceof Auth.ClientCredentials granted) {
            return granted.clientId().name() + " and " + granted.clientSecret().name();
        }
        if (auth instanceof Auth.Signature signature) {
            return signature.secret().name();
        }
        return auth instanceof Auth.Login login
                ? login.username().name() + " and " + login.password().name()
                : "auth of the connector, which names none";
    }
}
