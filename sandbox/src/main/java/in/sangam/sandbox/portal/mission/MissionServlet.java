package in.sangam.sandbox.portal.mission;

import in.sangam.sandbox.portal.PortalServlet;
import in.sangam.sandbox.portal.Posted;
import in.sangam.sandbox.portal.Received;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Bihar Vikas Mission: takes the return of POP scores, one post and month at a time, and tells what it got. */
public final class MissionServlet extends PortalServlet {

    private static final long serialVersionUID = 1;

    private final transient Received received;

    public MissionServlet(DataSource database) {
        this.received = new Received(database, "vikasmission.received");
    }

    @Override
    protected void answer(String method, String path, HttpServletRequest request, HttpServletResponse response)
            throws IOException, SQLException {
        switch (method + " " + path) {
            case "GET /pop-scores" -> received.list(response);
            case "POST /pop-scores" -> received.take(request, response, Posted.MOST_BYTES, PopScoreRules::check);
            default -> throw noSuchPath(method, request.getRequestURI());
        }
    }
}
