package in.sangam.routes.poll;

import in.sangam.kit.Auth;
import in.sangam.kit.Secret;
import java.util.stream.Collectors;

/** Speaks of a portal's credential by the names of its settings, never by its value. */
public final class Credential {

    private Credential() {}

    static String refused(PolledStream polled, String answer) {
        return refused(polled.portal(), polled.connector().transport().auth(), answer);
    }

    /** Returns the sentence of a credential that a portal refuses with an answer. */
    public static String refused(String portal, Auth auth, String answer) {
        return portal + " refuses the hub's credential (" + answer + "): check the setting " + names(auth)
                + " and with the portal's owner whether it still holds";
    }

    private static String names(Auth auth) {
        return auth.secrets().isEmpty()
                ? "auth of the connector, which names none"
                : auth.secrets().stream().map(Secret::name).collect(Collectors.joining(" and "));
    }
}
