package in.sangam.store;

import in.sangam.core.flow.RecordFlow;
import in.sangam.core.flow.RecordFlow.Decision;
import in.sangam.core.page.PageHead;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Puts what flows say of the records of a page into the outbox, in the transaction that stores the page: a record that is
 * stored is on its way, and one that is not stored is not. What was sent before is not sent again.
 */
final class OnwardRecords {

    /** Takes a decision that brings something to send, or that keeps back what was never sent and for another reason. */
    private static final String DECIDE =
            """
            insert into hub.flow_record as f (sink, portal, stream, source_id, belongs, because, sent_hash)
            select ?, ?, ?, u.* from unnest(?::text[], ?::text[], ?::text[], ?::text[]) as u
            on conflict (portal, stream, source_id, sink) do update set
              belongs = excluded.belongs, because = excluded.because, sent_hash = excluded.sent_hash, decided_at = now()
            where case when f.sent_hash is null
                         then excluded.sent_hash is not null or (f.belongs, f.because)
                              is distinct from (excluded.belongs, excluded.because)
                       else not ? and excluded.sent_hash <> f.sent_hash end
            returning source_id, sent_hash is not null
            """;

    private record Onward(String sourceId, Decision decision, @Nullable String body) {}

    private final Connection connection;
    private final PageHead head;

    OnwardRecords(Connection connection, PageHead head) {
        this.connection = connection;
        this.head = head;
    }

    /** Applies flows to records that were stored, which are in the order of their keys. */
    void send(List<RecordFlow> flows, Collection<Row> stored) throws SQLException {
        for (RecordFlow flow : flows) {
            List<Onward> chosen = new ArrayList<>();
            for (Row row : stored) {
                Decision decision = flow.of(row.record());
                if (decision != null) {
                    String body = decision.isSent() ? JsonText.object(decision.message()) : null;
                    chosen.add(new Onward(row.sourceId(), decision, body));
                }
            }
            if (!chosen.isEmpty()) {
                for (String sink : flow.sinks()) {
                    send(sink, flow.once(), chosen);
                }
            }
        }
    }

    private void send(String sink, boolean once, List<Onward> chosen) throws SQLException {
        @Nullable String[][] columns = new String[4][chosen.size()];
        Map<String, String> bodies = new TreeMap<>();
        for (int i = 0; i < chosen.size(); i++) {
            Onward each = chosen.get(i);
            columns[0][i] = each.sourceId();
            columns[1][i] = each.decision().belongs();
            columns[2][i] = each.decision().because();
            columns[3][i] = each.body() == null ? null : hash(each.body());
            if (each.body() != null) {
                bodies.put(each.sourceId(), each.body());
            }
        }
        Map<String, String> fresh = new TreeMap<>();
        try (PreparedStatement statement = connection.prepareStatement(DECIDE)) {
            statement.setString(1, sink);
            statement.setString(2, head.portal());
            statement.setString(3, head.stream());
            for (int column = 0; column < columns.length; column++) {
                statement.setArray(4 + column, connection.createArrayOf("text", columns[column]));
            }
            statement.setBoolean(8, once);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    String body = row.getBoolean(2) ? bodies.get(row.getString(1)) : null;
                    if (body != null) {
                        fresh.put(head.portal() + '.' + head.stream() + '|' + row.getString(1), body);
                    }
                }
            }
        }
        if (!fresh.isEmpty()) {
            Outbox.enqueue(connection, sink, fresh);
        }
    }

    private static String hash(String body) {
        byte[] digest = Row.sha256().digest(body.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest, 0, 16);
    }
}
