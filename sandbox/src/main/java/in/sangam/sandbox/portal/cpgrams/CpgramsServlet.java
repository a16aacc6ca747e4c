package in.sangam.sandbox.portal.cpgrams;

import com.fasterxml.jackson.core.JsonGenerator;
import in.sangam.sandbox.control.Fault;
import in.sangam.sandbox.control.FaultSwitch;
import in.sangam.sandbox.control.FaultSwitch.FaultyRow;
import in.sangam.sandbox.portal.Json;
import in.sangam.sandbox.portal.PortalServlet;
import in.sangam.sandbox.portal.Posted;
import in.sangam.sandbox.portal.Query;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * The CPGRAMS portal: every version of a grievance in the order of its last change, paged by offset; and where the state's
 * offices report what they did about one.
 */
public final class CpgramsServlet extends PortalServlet {

    private static final long serialVersionUID = 1;

    private static final String COUNT =
            "select count(*) from cpgrams.grievance_version where (state = ? or ? = '') and last_updated >= ?";
    private static final String GRIEVANCES =
            """
            select id, registration_no, user_code, org_code, state, dist_name, pincode, sex, category, diary_date,
                recvd_date, closing_date, resolution_date, subject_content_text, remarks_text, v7_target,
                complainant_name, mobile, last_updated
            from cpgrams.grievance_version
            where (state = ? or ? = '') and last_updated >= ?
            order by last_updated, registration_no offset ? limit ?
            """;

    private final transient DataSource database;
    private final transient FaultSwitch faults;
    /** By how many rows the pages of the walk in hand came too early, because one was repeated. */
    private final AtomicInteger slipped = new AtomicInteger();

    public CpgramsServlet(DataSource database, FaultSwitch faults) {
        this.database = database;
        this.faults = faults;
    }

    @Override
    protected void answer(String method, String path, HttpServletRequest request, HttpServletResponse response)
            throws IOException, SQLException {
        switch (method + " " + path) {
            case "GET /grievances" -> grievances(request, response);
            case "POST /actions" -> act(request, response);
            default -> throw noSuchPath(method, request.getRequestURI());
        }
    }

    private void act(HttpServletRequest request, HttpServletResponse response) throws IOException, SQLException {
        Actions.Outcome outcome =
                new Actions(database).take(Posted.key(request), Posted.body(request, Posted.MOST_BYTES));
        try (JsonGenerator json = Json.answer(response, outcome.first() ? 201 : 200)) {
            json.writeStartObject();
            json.writeNumberField("action_srno", outcome.serial());
            json.writeEndObject();
        }
    }

    private void grievances(HttpServletRequest request, HttpServletResponse response) throws IOException, SQLException {
        Query query = new Query(request);
        int limit = query.number("limit", 500, 1, 500);
        int skip = query.number("skip", 0, 0, Integer.MAX_VALUE);
        try (Connection connection = database.getConnection();
                PreparedStatement count = connection.prepareStatement(COUNT);
                PreparedStatement select = connection.prepareStatement(GRIEVANCES)) {
            bind(count, query);
            bind(select, query);
            int offset = offset(skip, limit);
            select.setInt(4, offset);
            select.setInt(5, limit);
            page(response, total(count), offset, select);
        }
    }

    /**
     * A repeated page shifts the rest of the walk by one page, as when rows slip in before the offset: the client sees
     * the last page again, and what it misses lies at the end, where its next walk begins.
     */
    private int offset(int skip, int limit) {
        if (skip == 0) {
            slipped.set(0);
        } else if (faults.take(Fault.REPEAT_PAGE)) {
            slipped.addAndGet(limit);
        }
        return Math.max(0, skip - slipped.get());
    }

    private static void bind(PreparedStatement statement, Query query) throws SQLException {
        String state = query.text("state", "");
        statement.setString(1, state);
        statement.setString(2, state);
        statement.setObject(3, query.moment("updatedSince"));
    }

    private static int total(PreparedStatement count) throws SQLException {
        try (ResultSet row = count.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    private void page(HttpServletResponse response, int total, int offset, PreparedStatement select)
            throws IOException, SQLException {
        try (ResultSet rows = select.executeQuery();
                JsonGenerator json = Json.answer(response, 200)) {
            json.writeStartObject();
            json.writeNumberField("total", total);
            json.writeArrayFieldStart("grievances");
            for (int written = offset + 1; rows.next(); written++) {
                GrievanceDocument.write(json, rows, null);
                if (written == total) {
                    for (FaultyRow faulty : faults.rows()) {
                        GrievanceDocument.write(json, rows, faulty);
                    }
                }
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }
}
