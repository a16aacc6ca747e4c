package in.sangam.sandbox.portal.dashboard;

import com.fasterxml.jackson.core.JsonGenerator;
import in.sangam.sandbox.portal.Columns;
import in.sangam.sandbox.portal.Json;
import in.sangam.sandbox.portal.PortalServlet;
import in.sangam.sandbox.portal.Posted;
import in.sangam.sandbox.portal.Received;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The CM dashboard: takes KPI values and weekly reports, once per idempotency key, tells what it got, and lists the schemes. */
public final class DashboardServlet extends PortalServlet {

    private static final long serialVersionUID = 1;

    private static final Columns SCHEME = Columns.of(
            """
            scheme_no, sector, department, project, kpi_code, name_en, name_hi, ranked TRUTH, updated_at MOMENT
            """);
    private static final String SCHEMES =
            "select %s from cmdashboard.scheme order by updated_at, scheme_no".formatted(SCHEME.names());
    private static final int MOST_REPORT_BYTES = 16 * 1024 * 1024;

    private final transient DataSource database;
    private final transient Received received;

    public DashboardServlet(DataSource database) {
        this.database = database;
        this.received = new Received(database, "cmdashboard.received");
    }

    @Override
    protected void answer(String method, String path, HttpServletRequest request, HttpServletResponse response)
            throws IOException, SQLException {
        switch (method + " " + path) {
            case "GET /schemes" -> schemes(response);
            case "GET /kpi-values" -> received.list(response);
            case "POST /kpi-values" -> received.take(request, response, Posted.MOST_BYTES, KpiValueRules::check);
            case "POST /weekly-reports" ->
                received.take(request, response, MOST_REPORT_BYTES, WeeklyReportRules::check);
            default -> throw noSuchPath(method, request.getRequestURI());
        }
    }

    private void schemes(HttpServletResponse response) throws IOException, SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(SCHEMES);
                ResultSet rows = select.executeQuery();
                JsonGenerator json = Json.answer(response, 200)) {
            json.writeStartObject();
            json.writeArrayFieldStart("data");
            while (rows.next()) {
                SCHEME.write(json, rows);
            }
            json.writeEndArray();
            json.writeNullField("next");
            json.writeEndObject();
        }
    }
}
