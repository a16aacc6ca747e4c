package in.sangam.app.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/** Answers a program without a login: 401 as an RFC 9457 problem. A browser's script gets no challenge, so that no box pops up. */
final class ApiEntryPoint implements AuthenticationEntryPoint {

    private static final String PROBLEM =
            """
            {"type":"about:blank","title":"Login needed","status":401,\
            "detail":"Send HTTP Basic with one of the hub's logins; they are in credentials.properties of its data folder."}
            """;

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException {
        if (!"XMLHttpRequest".equals(request.getHeader("X-Requested-With"))) {
            response.setHeader("WWW-Authenticate", "Basic realm=\"Sangam\", charset=\"UTF-8\"");
        }
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setContentType("application/problem+json");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write(PROBLEM.strip());
    }
}
