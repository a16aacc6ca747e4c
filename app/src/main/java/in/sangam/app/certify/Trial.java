package in.sangam.app.certify;

import com.zaxxer.hikari.HikariDataSource;
import in.sangam.kit.Connector;
import in.sangam.kit.Stream;
import in.sangam.kit.Transport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads a few rows of a live portal by the real way into a hub that is thrown away afterwards: what each becomes, or why it does
 * not. Rows are masked at the edge as always. Dropped files are read where they lie, and nothing is moved, renamed or written there.
 */
public final class Trial {

    /**
     * One row.
     *
     * @param outcome canonical record as JSON, or field, reason and remedy
     */
    public record Tried(String stream, boolean mapped, String key, String outcome, String maskedRow) {}

    /** What came of a stream: rows, or the failure that kept them away; empty when there was none. */
    public record Answered(String stream, List<Tried> rows, String failure) {}

    private final CertificationHub hub;

    public Trial(CertificationHub hub) {
        this.hub = hub;
    }

    /**
     * Polls every stream until it has brought enough rows, has come to its end or has failed.
     *
     * @param most rows shown of each stream
     * @param patience longest time to wait for them
     */
    public List<Answered> of(Connector tried, int most, Duration patience) {
        Connector connector =
                tried.transport() instanceof Transport.FileDrop drop ? tried.by(drop.leftUntouched()) : tried;
        try (HikariDataSource database = hub.database();
                CertificationLane lane = hub.lane()) {
            List<StoredView> views = connector.streams().stream()
                    .map(stream -> new StoredView(database, stream))
                    .toList();
            try (var running = lane.start(List.of(connector), database, Instant.now())) {
                Patience.until(patience, () -> views.stream()
                        .allMatch(view -> view.received() >= most
                                || !view.health().state().isEmpty()));
                Patience.until(Duration.ofSeconds(2), () -> views.stream().allMatch(view -> view.received() >= most));
            }
            List<Answered> answers = new ArrayList<>();
            for (int i = 0; i < views.size(); i++) {
                Stream stream = connector.streams().get(i);
                answers.add(new Answered(
                        stream.name(),
                        rows(database, stream, most),
                        views.get(i).health().message()));
            }
            return answers;
        }
    }

    private static List<Tried> rows(HikariDataSource database, Stream stream, int most) {
        return JdbcClient.create(database)
                .sql(
                        """
                        select stream, mapped, key, outcome, masked_row from (
                          select stream, false as mapped, coalesce(source_id, '(no key)') as key,
                            field || ' ' || reason || ': ' || message as outcome, masked_row::text as masked_row
                          from hub.quarantine where portal = :portal and stream = :stream
                          union all
                          select stream, true, source_id, json_build_object('type', type, 'place', place, 'fields', fields,
                            'attributes', attributes)::text, ''
                          from hub.record where portal = :portal and stream = :stream) as found
                        order by key limit :most
                        """)
                .param("portal", stream.portal())
                .param("stream", stream.name())
                .param("most", most)
                .query(Tried.class)
                .list();
    }
}
