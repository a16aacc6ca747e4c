package in.sangam.feeds.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/**
 * Strong ETags from the bytes of each answer, and 304 when the caller has them already. The answer may be kept by the
 * caller alone, who asks again each time.
 */
public final class StrongEtagFilter extends ShallowEtagHeaderFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("Cache-Control", "private, no-cache");
        response.setHeader("Vary", "Accept");
        super.doFilterInternal(request, response, chain);
    }
}
