package in.sangam.sandbox.portal.rtps;

import com.fasterxml.jackson.core.JsonGenerator;
import in.sangam.sandbox.control.Fault;
import in.sangam.sandbox.control.FaultSwitch;
import in.sangam.sandbox.control.FaultSwitch.FaultyRow;
import in.sangam.sandbox.portal.Columns;
import in.sangam.sandbox.portal.IndianTime;
import in.sangam.sandbox.portal.Json;
import in.sangam.sandbox.portal.PortalServlet;
import in.sangam.sandbox.portal.Query;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * The RTPS portal: every version of an application in change order, and what the portal itself counts per day. A page
 * names the address of the next one, which carries the place of its last row, so that rows added meanwhile shift
 * nothing.
 */
public final class RtpsServlet extends PortalServlet {

    private static final long serialVersionUID = 1;

    private static final Columns APPLICATION = Columns.of(
            """
            application_no, service_code, service_name, mode, channel, district, block, applicant_name, father_name,
            mobile, aadhaar, submitted_at MOMENT, completed_at MOMENT, status, disposed_at MOMENT, due_date DAY,
            updated_at MOMENT
            """);
    private static final Columns TOTAL = Columns.of(
            """
            total_no, day DAY, service_code, district, received NUMBER, disposed NUMBER, pending NUMBER,
            updated_at MOMENT
            """);

    // An empty key comes before every other: the first page is the moment itself, inclusive.
    private static final String APPLICATIONS =
            """
            select %s from rtps.application_version
            where (updated_at, application_no) > (?, ?) order by updated_at, application_no limit ?
            """
                    .formatted(APPLICATION.names());
    private static final String TOTALS =
            """
            select %s from rtps.total
            where (updated_at, total_no) > (?, ?) and day between ? and ? order by updated_at, total_no limit ?
            """
                    .formatted(TOTAL.names());

    private static final Map<Fault, String> SPOILT = Map.of(
            Fault.MISSING_KEY, "application_no",
            Fault.UNKNOWN_DISTRICT, "district",
            Fault.UNKNOWN_STATUS, "status",
            Fault.ODD_DATE, "submitted_at");

    private final transient DataSource database;
    private final transient FaultSwitch faults;

    public RtpsServlet(DataSource database, FaultSwitch faults) {
        this.database = database;
        this.faults = faults;
    }

    @Override
    protected void answer(String method, String path, HttpServletRequest request, HttpServletResponse response)
            throws IOException, SQLException {
        Query query = new Query(request);
        switch (method + " " + path) {
            case "GET /applications" -> applications(query, response);
            case "GET /totals" -> totals(query, response);
            default -> throw noSuchPath(method, request.getRequestURI());
        }
    }

    private void applications(Query query, HttpServletResponse response) throws IOException, SQLException {
        int limit = limit(query);
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(APPLICATIONS)) {
            select.setObject(1, query.moment("updatedSince"));
            select.setString(2, query.text("after", ""));
            select.setInt(3, limit + 1);
            page(query, response, select, limit, APPLICATION, "application_no", faults.rows());
        }
    }

    private void totals(Query query, HttpServletResponse response) throws IOException, SQLException {
        int limit = limit(query);
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(TOTALS)) {
            select.setObject(1, query.moment("updatedSince"));
            select.setString(2, query.text("after", ""));
            select.setObject(3, query.day("from", LocalDate.EPOCH));
            select.setObject(4, query.day("to", LocalDate.of(9999, 12, 31)));
            select.setInt(5, limit + 1);
            page(query, response, select, limit, TOTAL, "total_no", List.of());
        }
    }

    private static int limit(Query query) {
        return query.number("limit", 500, 1, 1000);
    }

    /** Writes at most {@code limit} rows; one more was asked of the database, to know whether there is a next page. */
    private void page(
            Query query,
            HttpServletResponse response,
            PreparedStatement select,
            int limit,
            Columns columns,
            String key,
            List<FaultyRow> faulty)
            throws IOException, SQLException {
        try (ResultSet rows = select.executeQuery();
                JsonGenerator json = Json.answer(response, 200)) {
            json.writeStartObject();
            json.writeArrayFieldStart("data");
            String next = null;
            for (int written = 1; rows.next(); written++) {
                columns.write(json, rows);
                if (rows.isLast()) {
                    for (FaultyRow row : faulty) {
                        columns.write(json, rows, row, SPOILT);
                    }
                } else if (written == limit) {
                    next = next(query.request(), rows, key);
                    break;
                }
            }
            json.writeEndArray();
            json.writeStringField("next", next);
            json.writeEndObject();
        }
    }

    private String next(HttpServletRequest request, ResultSet last, String key) throws SQLException {
        StringBuilder next = new StringBuilder(request.getRequestURL());
        if (faults.take(Fault.REPEAT_PAGE)) {
            // The page names itself as the next one, so that it is served once more.
            String asked = request.getQueryString();
            return asked == null
                    ? next.toString()
                    : next.append('?').append(asked).toString();
        }
        String since = IndianTime.text(last.getObject("updated_at", OffsetDateTime.class));
        next.append("?updatedSince=").append(encode(since)).append("&after=").append(encode(last.getString(key)));
        for (String kept : List.of("limit", "from", "to")) {
            if (request.getParameter(kept) != null) {
                next.append('&').append(kept).append('=').append(encode(request.getParameter(kept)));
            }
        }
        return next.toString();
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
