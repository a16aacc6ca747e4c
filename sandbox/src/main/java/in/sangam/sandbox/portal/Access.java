package in.sangam.sandbox.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Who may ask a portal: the bearer of a header with the right value. */
public sealed interface Access {

    /** Returns whether the request may pass. */
    boolean allows(HttpServletRequest request);

    /** Passes everyone: the portal itself checks, inside the message. */
    record InsideMessage() implements Access {
        @Override
        public boolean allows(HttpServletRequest request) {
            return true;
        }
    }

    /** Passes a request whose header has this value; compared in constant time. */
    record Header(String name, String value) implements Access {
        @Override
        public boolean allows(HttpServletRequest request) {
            String given = request.getHeader(name);
            return given != null
                    && MessageDigest.isEqual(
                            given.getBytes(StandardCharsets.UTF_8), value.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String toString() {
            return "Header " + name;
        }
    }

    /** Returns access by {@code Authorization: Bearer}. */
    static Access bearer(String token) {
        return new Header("Authorization", "Bearer " + token);
    }
}
