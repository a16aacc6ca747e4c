package in.sangam.kit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * What a portal accepts from the hub.
 *
 * @param accepts what it is given, e.g. {@code kpi-value}; flows name it
 * @param url where it goes, resolved
 * @param idempotencyHeader header that carries the delivery id, the same for every attempt
 * @param body member of the request → member of the message
 * @param codes member of the request → our word → the portal's; a word that the table of its member lacks cannot be sent
 * @param receipt path of the receipt in the answer
 * @param refusal path of the portal's own code in a refusal
 */
public record Sink(
        String portal,
        String name,
        String accepts,
        String method,
        String url,
        String idempotencyHeader,
        Map<String, String> body,
        Map<String, Map<String, String>> codes,
        String receipt,
        String refusal) {

    /**
     * Returns the request body for a message: each declared member with its value, null where the message has none.
     *
     * @throws UnknownWord when a table of codes lacks a word of the message
     */
    public JsonNode bodyOf(JsonNode message) {
        return SinkBody.of(this, message);
    }

    /** Returns the receipt in an answer, or empty text when the answer holds none. */
    public String receiptIn(byte[] answer) {
        return SinkBody.textAt(receipt, answer);
    }

    /** Returns the portal's own code in a refusal, or empty text when the answer holds none. */
    public String refusalIn(byte[] answer) {
        return SinkBody.textAt(refusal, answer);
    }
}
