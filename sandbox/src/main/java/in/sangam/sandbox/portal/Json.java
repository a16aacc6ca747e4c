package in.sangam.sandbox.portal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** JSON answers, written straight to the connection. */
public final class Json {

    private static final JsonFactory FACTORY = new JsonFactory();

    private Json() {}

    /** Starts a JSON answer; closing the generator ends it. */
    public static JsonGenerator answer(HttpServletResponse response, int status) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json;charset=UTF-8");
        return FACTORY.createGenerator(response.getOutputStream());
    }

    /** Answers a problem (RFC 9457) with a countable code. */
    public static void problem(HttpServletResponse response, int status, String code, String message)
            throws IOException {
        response.setStatus(status);
        response.setContentType("application/problem+json;charset=UTF-8");
        try (JsonGenerator json = FACTORY.createGenerator(response.getOutputStream())) {
            json.writeStartObject();
            json.writeNumberField("status", status);
            json.writeStringField("code", code);
            json.writeStringField("message", message);
            json.writeEndObject();
        }
    }
}
