package in.sangam.feeds;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import org.springframework.web.filter.OncePerRequestFilter;

/** Stands where the program's login stands: who a request is from is said by a header. The real one is tested with the program. */
final class TestLogin extends OncePerRequestFilter {

    static final String HEADER = "X-Test-Login";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String login = request.getHeader(HEADER);
        chain.doFilter(login == null ? request : as(login, request), response);
    }

    private static HttpServletRequest as(String login, HttpServletRequest request) {
        return new HttpServletRequestWrapper(request) {
            @Override
            public Principal getUserPrincipal() {
                return () -> login;
            }

            @Override
            public String getRemoteUser() {
                return login;
            }

            @Override
            public boolean isUserInRole(String role) {
                return role.equals(login) || login.equals("approver") && role.equals("admin");
            }
        };
    }
}
