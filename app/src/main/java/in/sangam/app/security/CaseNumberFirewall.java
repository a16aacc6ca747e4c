package in.sangam.app.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * Refuses what {@link StrictHttpFirewall} refuses, but that a reader of one case may write the slashes of its number as
 * {@code %2F}, as clients made from the OpenAPI document do. Every login may read every case, so that nothing is judged by
 * such a path.
 */
final class CaseNumberFirewall implements HttpFirewall {

    private static final String CASES = "/api/v1/cases/";

    private final StrictHttpFirewall strict = new StrictHttpFirewall();
    private final StrictHttpFirewall forCases = new StrictHttpFirewall();

    CaseNumberFirewall() {
        forCases.setAllowUrlEncodedSlash(true);
    }

    @Override
    public FirewalledRequest getFirewalledRequest(HttpServletRequest request) {
        boolean ofCases =
                request.getMethod().equals("GET") && request.getRequestURI().startsWith(CASES);
        return (ofCases ? forCases : strict).getFirewalledRequest(request);
    }

    @Override
    public HttpServletResponse getFirewalledResponse(HttpServletResponse response) {
        return strict.getFirewalledResponse(response);
    }
}
