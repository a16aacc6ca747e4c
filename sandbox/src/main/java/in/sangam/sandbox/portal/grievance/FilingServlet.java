package in.sangam.sandbox.portal.grievance;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import in.sangam.sandbox.home.Tables;
import in.sangam.sandbox.portal.IndianTime;
import in.sangam.sandbox.portal.Json;
import in.sangam.sandbox.portal.PortalServlet;
import in.sangam.sandbox.portal.Posted;
import in.sangam.sandbox.portal.grievance.Filings.Filing;
import in.sangam.sandbox.portal.grievance.Filings.Outcome;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;

/**
 * Where the Lok Shikayat software takes complaints from another portal: by the number that the case has there. The text and
 * the complainant it gets from that portal itself, not from whoever files.
 */
public final class FilingServlet extends PortalServlet {

    private static final long serialVersionUID = 1;

    private final transient Filings filings;

    public FilingServlet(Tables tables) {
        this.filings = new Filings(tables);
    }

    @Override
    protected void answer(String method, String path, HttpServletRequest request, HttpServletResponse response)
            throws IOException, SQLException {
        switch (method + " " + path) {
            case "GET /complaints" -> list(response);
            case "POST /complaints" -> file(request, response);
            default -> throw noSuchPath(method, request.getRequestURI());
        }
    }

    private void list(HttpServletResponse response) throws IOException, SQLException {
        try (JsonGenerator json = Json.answer(response, 200)) {
            json.writeStartObject();
            json.writeArrayFieldStart("data");
            for (Filing each : filings.all()) {
                json.writeStartObject();
                json.writeStringField("complaint_no", each.complaintNo());
                json.writeStringField("origin_no", each.originNo());
                json.writeStringField("filed_on", IndianTime.text(each.filedOn()));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private void file(HttpServletRequest request, HttpServletResponse response) throws IOException, SQLException {
        String key = Posted.key(request);
        JsonNode body = Posted.body(request, Posted.MOST_BYTES);
        Outcome outcome = filings.file(key, Posted.text(body, "origin_no"), Posted.text(body, "district_lgd_code"));
        try (JsonGenerator json = Json.answer(response, outcome.first() ? 201 : 200)) {
            json.writeStartObject();
            json.writeStringField("complaint_no", outcome.complaintNo());
            json.writeEndObject();
        }
    }
}
