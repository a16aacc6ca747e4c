package in.sangam.sandbox.portal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * What a portal was given by POST, kept once per idempotency key.
 *
 * @param table where it is kept, with its schema
 */
public record Received(DataSource database, String table) {

    private static final String KEEP =
            """
            insert into %s (idempotency_key, body, receipt, received_at)
            values (?, ?::jsonb, ?, clock_timestamp())
            on conflict (idempotency_key) do nothing
            """;
    private static final String KEPT = "select receipt, body = ?::jsonb from %s where idempotency_key = ?";
    private static final String ALL =
            "select idempotency_key, receipt, received_at, body from %s order by received_at, idempotency_key";

    private record Outcome(String receipt, boolean first) {}

    /**
     * Takes a body that keeps the rules and answers with its receipt: 201 at first, 200 when the same comes again.
     *
     * @param most bytes of a body
     * @param rules throws a {@link Refusal} of what breaks them
     */
    public void take(HttpServletRequest request, HttpServletResponse response, int most, Consumer<JsonNode> rules)
            throws IOException, SQLException {
        String key = Posted.key(request);
        JsonNode body = Posted.body(request, most);
        rules.accept(body);
        Outcome outcome = keep(key, body);
        try (JsonGenerator json = Json.answer(response, outcome.first() ? 201 : 200)) {
            json.writeStartObject();
            json.writeStringField("receipt", outcome.receipt());
            json.writeEndObject();
        }
    }

    /** Answers with everything that was taken, the oldest first. */
    public void list(HttpServletResponse response) throws IOException, SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(ALL.formatted(table));
                ResultSet rows = select.executeQuery();
                JsonGenerator json = Json.answer(response, 200)) {
            json.writeStartObject();
            json.writeArrayFieldStart("data");
            while (rows.next()) {
                json.writeStartObject();
                json.writeStringField("idempotencyKey", rows.getString(1));
                json.writeStringField("receipt", rows.getString(2));
                json.writeStringField("receivedAt", IndianTime.text(rows.getObject(3, OffsetDateTime.class)));
                json.writeFieldName("body");
                json.writeRawValue(rows.getString(4));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeNullField("next");
            json.writeEndObject();
        }
    }

    private Outcome keep(String key, JsonNode body) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement keep = connection.prepareStatement(KEEP.formatted(table))) {
            String receipt = UUID.randomUUID().toString();
            keep.setString(1, key);
            keep.setString(2, body.toString());
            keep.setString(3, receipt);
            return keep.executeUpdate() == 1 ? new Outcome(receipt, true) : again(connection, key, body);
        }
    }

    private Outcome again(Connection connection, String key, JsonNode body) throws SQLException {
        try (PreparedStatement kept = connection.prepareStatement(KEPT.formatted(table))) {
            kept.setString(1, body.toString());
            kept.setString(2, key);
            try (ResultSet row = kept.executeQuery()) {
                row.next();
                if (!row.getBoolean(2)) {
                    throw new Refusal(
                            409, "key_reused", "This Idempotency-Key came before with another body; use a new key");
                }
                return new Outcome(row.getString(1), false);
            }
        }
    }
}
