package in.sangam.app.security;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who is logged in on this thread. */
public final class CurrentUser {

    private CurrentUser() {}

    /** Returns the login name, or {@code local} for a call that came by no web request, such as a JMX client of this machine. */
    public static String name() {
        Authentication user = SecurityContextHolder.getContext().getAuthentication();
        return user == null ? "local" : user.getName();
    }

    static boolean hasRole(String role) {
        Authentication user = SecurityContextHolder.getContext().getAuthentication();
        return user != null
                && user.isAuthenticated()
                && user.getAuthorities().stream()
                        .anyMatch(granted -> granted.getAuthority().equals("ROLE_" + role));
    }
}
