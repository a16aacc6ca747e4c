package in.sangam.sandbox.portal;

import in.sangam.sandbox.control.Fault;
import in.sangam.sandbox.control.FaultSwitch;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/** Stands before an HTTP portal: asks for the credential, then lets the switched-on faults happen. */
final class Gate extends HttpFilter {

    private static final long serialVersionUID = 1;
    private static final int USUAL_WAIT_SECONDS = 5;
    private static final String MAINTENANCE =
            "<!DOCTYPE html><html><head><title>Maintenance</title></head><body><h1>The portal is under maintenance"
                    + "</h1><p>कृपया बाद में प्रयास करें</p></body></html>";

    private final transient FaultSwitch faults;
    private final transient Access access;

    Gate(FaultSwitch faults, Access access) {
        this.faults = faults;
        this.access = access;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain portal)
            throws IOException, ServletException {
        if (!access.allows(request)) {
            unauthorised(response);
        } else if (faults.take(Fault.DOWN)) {
            drop(request);
        } else if (!refused(response)) {
            pass(request, response, portal);
        }
    }

    private void pass(HttpServletRequest request, HttpServletResponse response, FilterChain portal)
            throws IOException, ServletException {
        waitWhenSlow();
        if (faults.take(Fault.TRUNCATED_JSON) || faults.take(Fault.TRUNCATED_XML)) {
            HeldAnswer answer = new HeldAnswer(response);
            portal.doFilter(request, answer);
            byte[] whole = answer.bytes();
            response.getOutputStream().write(Arrays.copyOf(whole, whole.length / 2));
        } else if (faults.take(Fault.LOST_ANSWER)) {
            portal.doFilter(request, new HeldAnswer(response));
            drop(request);
        } else {
            portal.doFilter(request, response);
        }
    }

    /** Answers in the portal's stead when a fault says so. */
    private boolean refused(HttpServletResponse response) throws IOException {
        int retryAfter = faults.takeSeconds(Fault.STATUS_429, 0);
        if (retryAfter >= 0) {
            if (retryAfter > 0) {
                response.setHeader("Retry-After", Integer.toString(retryAfter));
            }
            Json.problem(response, 429, "too_many_requests", "Too many requests; try again later");
        } else if (faults.take(Fault.STATUS_500)) {
            Json.problem(response, 500, "internal", "The portal failed");
        } else if (faults.take(Fault.STATUS_422)) {
            Json.problem(response, 422, "period_closed", "The period is closed for corrections");
        } else if (access instanceof Access.Header && faults.take(Fault.WRONG_CREDENTIAL)) {
            unauthorised(response);
        } else if (faults.take(Fault.HTML_200)) {
            response.setContentType("text/html;charset=UTF-8");
            response.getOutputStream().write(MAINTENANCE.getBytes(StandardCharsets.UTF_8));
        } else {
            return false;
        }
        return true;
    }

    private void waitWhenSlow() {
        int seconds = faults.takeSeconds(Fault.SLOW, USUAL_WAIT_SECONDS);
        if (seconds > 0) {
            try {
                Thread.sleep(seconds * 1000L);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void unauthorised(HttpServletResponse response) throws IOException {
        response.setHeader("WWW-Authenticate", "Bearer");
        Json.problem(response, 401, "unauthorised", "The credential is missing or wrong");
    }

    private static void drop(HttpServletRequest request) {
        ServletContextRequest.getServletContextRequest(request)
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint()
                .close();
    }
}
