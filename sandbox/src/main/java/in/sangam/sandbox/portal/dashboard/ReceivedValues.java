package in.sangam.sandbox.portal.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import in.sangam.sandbox.portal.Refusal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** The KPI values that the dashboard keeps, one per idempotency key. */
record ReceivedValues(DataSource database) {

    private static final String KEEP =
            """
            insert into cmdashboard.received (idempotency_key, body, receipt, received_at)
            values (?, ?::jsonb, ?, clock_timestamp())
            on conflict (idempotency_key) do nothing
            """;
    private static final String KEPT =
            "select receipt, body = ?::jsonb from cmdashboard.received where idempotency_key = ?";

    /** The receipt of a value, and whether this was the first time that it came. */
    record Outcome(String receipt, boolean first) {}

    Outcome take(String key, JsonNode body) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement keep = connection.prepareStatement(KEEP)) {
            String receipt = UUID.randomUUID().toString();
            keep.setString(1, key);
            keep.setString(2, body.toString());
            keep.setString(3, receipt);
            return keep.executeUpdate() == 1 ? new Outcome(receipt, true) : again(connection, key, body);
        }
    }

    private static Outcome again(Connection connection, String key, JsonNode body) throws SQLException {
        try (PreparedStatement kept = connection.prepareStatement(KEPT)) {
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
