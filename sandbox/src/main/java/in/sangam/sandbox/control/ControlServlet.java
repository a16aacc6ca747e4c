package in.sangam.sandbox.control;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import in.sangam.sandbox.control.FaultSwitch.FaultyRow;
import in.sangam.sandbox.control.FaultSwitch.Setting;
import in.sangam.sandbox.home.Tables;
import in.sangam.sandbox.ledger.Ledger;
import in.sangam.sandbox.portal.Json;
import in.sangam.sandbox.portal.PortalServlet;
import in.sangam.sandbox.portal.Refusal;
import in.sangam.sandbox.shape.Changes;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The control API: switches faults on and off, lets time pass, and computes the ledger now. */
public final class ControlServlet extends PortalServlet {

    private static final long serialVersionUID = 1;
    private static final JsonMapper JSON = new JsonMapper();

    private final transient Tables tables;
    private final transient Faults faults;

    public ControlServlet(Tables tables, Faults faults) {
        this.tables = tables;
        this.faults = faults;
    }

    @Override
    protected void answer(String method, String path, HttpServletRequest request, HttpServletResponse response)
            throws IOException, SQLException {
        switch (method + " " + path) {
            case "GET /faults" -> list(response);
            case "POST /faults" -> switchOn(request, response);
            case "DELETE /faults" -> clear(response, Portal.values());
            case "POST /changes" -> change(request, response);
            default -> answerNamed(method, path, request, response);
        }
    }

    private void answerNamed(String method, String path, HttpServletRequest request, HttpServletResponse response)
            throws IOException, SQLException {
        if (method.equals("DELETE") && path.startsWith("/faults/")) {
            clear(response, portal(path.substring("/faults/".length())));
        } else if (method.equals("GET") && path.startsWith("/ledger/")) {
            ledger(path.substring("/ledger/".length()), response);
        } else {
            throw noSuchPath(method, request.getRequestURI());
        }
    }

    private void switchOn(HttpServletRequest request, HttpServletResponse response) throws IOException, SQLException {
        JsonNode body = body(request);
        Portal portal = portal(body.path("portal").asText());
        String word = body.path("fault").asText();
        Fault fault = Fault.of(word)
                .filter(portal.faults()::contains)
                .orElseThrow(() -> new Refusal(
                        400,
                        "unknown_fault",
                        "The portal " + portal.word() + " has no fault '" + word + "'; it has "
                                + words(portal.faults().stream().map(Fault::word))));
        int times = body.path("times").asInt(1);
        if (times == 0 || times < -1) {
            throw new Refusal(400, "times", "times is a number of 1 or more, or -1 for until it is cleared");
        }
        String seconds = fault == Fault.SLOW ? "delaySeconds" : "retryAfterSeconds";
        faults.set(
                portal,
                new Setting(
                        fault,
                        times,
                        body.hasNonNull(seconds)
                                ? OptionalInt.of(body.get(seconds).asInt())
                                : OptionalInt.empty()));
        list(response);
    }

    private void clear(HttpServletResponse response, Portal... portals) throws IOException {
        for (Portal portal : portals) {
            faults.of(portal).clear();
        }
        list(response);
    }

    private void list(HttpServletResponse response) throws IOException {
        try (JsonGenerator json = Json.answer(response, 200)) {
            json.writeStartObject();
            json.writeArrayFieldStart("faults");
            for (Portal portal : Portal.values()) {
                for (Setting setting : faults.of(portal).all()) {
                    json.writeStartObject();
                    json.writeStringField("portal", portal.word());
                    json.writeStringField("fault", setting.fault().word());
                    json.writeNumberField("times", setting.times());
                    json.writeEndObject();
                }
                for (FaultyRow row : faults.of(portal).rows()) {
                    json.writeStartObject();
                    json.writeStringField("portal", portal.word());
                    json.writeStringField("fault", row.fault().word());
                    json.writeStringField("sourceId", row.sourceId());
                    json.writeEndObject();
                }
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private void change(HttpServletRequest request, HttpServletResponse response) throws IOException, SQLException {
        JsonNode body = body(request);
        try {
            int appended = Changes.append(
                    tables, body.path("portal").asText(), body.path("count").asInt());
            try (JsonGenerator json = Json.answer(response, 200)) {
                json.writeStartObject();
                json.writeNumberField("appended", appended);
                json.writeEndObject();
            }
        } catch (IllegalArgumentException e) {
            throw new Refusal(400, "change", String.valueOf(e.getMessage()));
        }
    }

    private void ledger(String file, HttpServletResponse response) throws IOException, SQLException {
        if (!Ledger.FILES.contains(file)) {
            throw new Refusal(404, "no_such_file", "The ledger has no " + file + "; it has " + Ledger.FILES);
        }
        response.setContentType("text/csv;charset=UTF-8");
        Writer writer = response.getWriter();
        new Ledger(tables.portals()).write(file, writer);
        writer.flush();
    }

    private static JsonNode body(HttpServletRequest request) throws IOException {
        try {
            return JSON.readTree(request.getInputStream());
        } catch (JsonProcessingException e) {
            throw new Refusal(400, "not_json", "The body is not JSON: " + e.getOriginalMessage());
        }
    }

    private static Portal portal(String word) {
        return Portal.of(word)
                .orElseThrow(() -> new Refusal(
                        400,
                        "unknown_portal",
                        "There is no portal '" + word + "'; the portals are "
                                + words(Arrays.stream(Portal.values()).map(Portal::word))));
    }

    private static String words(Stream<String> words) {
        return words.collect(Collectors.joining(", "));
    }
}
