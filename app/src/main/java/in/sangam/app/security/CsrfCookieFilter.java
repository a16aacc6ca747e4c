package in.sangam.app.security;

import in.sangam.feeds.pages.PageArgument;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Touches the CSRF token, which Spring Security otherwise makes only when a form asks for it: without its cookie every
 * POST of Hawtio to Jolokia would be refused. The pages put it into their forms.
 */
final class CsrfCookieFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            request.setAttribute(PageArgument.FORM_TOKEN, token.getToken());
        }
        chain.doFilter(request, response);
    }
}
