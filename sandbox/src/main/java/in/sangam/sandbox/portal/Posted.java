package in.sangam.sandbox.portal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.YearMonth;

/** What a portal is given by POST: a JSON body of bounded size under an idempotency key. */
public final class Posted {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    /** Bytes of a body that carries one value or one case. */
    public static final int MOST_BYTES = 64 * 1024;

    private Posted() {}

    /** Returns the idempotency key; refuses a request without one. */
    public static String key(HttpServletRequest request) {
        String key = request.getHeader("Idempotency-Key");
        if (key == null || key.isBlank() || key.length() > 200) {
            throw new Refusal(400, "idempotency_key", "Send an Idempotency-Key of 1 to 200 characters");
        }
        return key;
    }

    /** Returns the body; refuses one of more than so many bytes, and one that is not JSON. */
    public static JsonNode body(HttpServletRequest request, int most) throws IOException {
        try (InputStream in = request.getInputStream()) {
            byte[] body = in.readNBytes(most + 1);
            if (body.length > most) {
                throw new Refusal(413, "too_large", "A body has at most " + most + " bytes");
            }
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new Refusal(400, "not_json", "The body is not JSON: " + e.getOriginalMessage());
        }
    }

    /** Returns a text of the body; refuses a body without it. */
    public static String text(JsonNode body, String field) {
        String value = body.path(field).isTextual() ? body.get(field).textValue() : "";
        if (value.isBlank()) {
            throw new Refusal(422, "missing", field + " is missing");
        }
        return value;
    }

    /** Refuses a body whose month is missing or not one, with the field's name as code. */
    public static void month(JsonNode body, String field) {
        try {
            YearMonth.parse(text(body, field));
        } catch (DateTimeException e) {
            throw new Refusal(422, field, field + " must be a month such as 2026-10");
        }
    }

    /** Refuses a body whose instant is missing or has no offset. */
    public static void moment(JsonNode body, String field, String code) {
        try {
            OffsetDateTime.parse(text(body, field));
        } catch (DateTimeException e) {
            throw new Refusal(422, code, field + " must be a date-time with offset");
        }
    }

    /** Refuses a number below zero and what is no number; null or absent is not applicable. */
    public static void number(JsonNode body, String field) {
        JsonNode value = body.path(field);
        boolean absent = value.isMissingNode() || value.isNull();
        if (!absent && (!value.isNumber() || value.decimalValue().signum() < 0)) {
            throw new Refusal(422, "number", field + " must be a number, zero or more, or null");
        }
    }
}
