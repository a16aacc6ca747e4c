package in.sangam.sandbox.portal;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A servlet that answers what it cannot do as a problem in JSON, never as a page of HTML. */
public abstract class PortalServlet extends HttpServlet {

    private static final long serialVersionUID = 1;
    private static final Logger LOG = LoggerFactory.getLogger(PortalServlet.class);

    /** Answers one request; the path is what follows the servlet's own. */
    protected abstract void answer(String method, String path, HttpServletRequest request, HttpServletResponse response)
            throws IOException, SQLException;

    @Override
    protected final void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String path = request.getPathInfo() == null ? "" : request.getPathInfo();
        try {
            answer(request.getMethod(), path, request, response);
        } catch (Refusal e) {
            Json.problem(response, e.status(), e.code(), String.valueOf(e.getMessage()));
        } catch (SQLException e) {
            LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), e);
            Json.problem(response, 500, "database", "The portal's database failed; see the sandbox's log");
        }
    }

    /** Returns the refusal of a path that the portal does not have. */
    protected static Refusal noSuchPath(String method, String path) {
        return new Refusal(404, "no_such_path", method + " " + path + " is not part of this portal; see its contract");
    }
}
