package in.sangam.store.read;

import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a portal listed when a window was pulled again to compare, against what the hub holds: the differences by id. */
public final class ListedRecords {

    /**
     * A key that one side has and the other has not.
     *
     * @param side {@code missing-in-hub}: the portal lists it and it is no record here; {@code vanished-at-portal}: it is a
     *     record here, of a version that lies in the window and was known before, and the portal did not list it
     * @param reason why it is no record, where it is known: reason and field of its row in quarantine
     */
    public record Entry(String sourceId, String side, @Nullable String reason) {}

    private static final String ENTRIES =
            """
            with b as (select * from hub.backfill where id = :id)
            (select k.source_id, 'missing-in-hub' as side,
               (select q.reason || ' ' || q.field from hub.quarantine q where q.portal = b.portal and q.stream = b.stream
                  and q.source_id = k.source_id and q.status = 'open' order by q.id desc limit 1) as reason
             from b join hub.backfill_key k on k.backfill = b.id
             where not exists (select from hub.record r where r.portal = b.portal and r.stream = b.stream
               and r.source_id = k.source_id)
             order by k.source_id limit :most)
            union all
            (select r.source_id, 'vanished-at-portal', null
             from b join hub.record r on r.portal = b.portal and r.stream = b.stream
               and r.version_order between b.version_from and b.version_to
             where r.attributes ->> 'deleted' is null and r.fetched_at < b.started_at
               and not exists (select from hub.backfill_key k where k.backfill = b.id and k.source_id = r.source_id)
             order by r.source_id limit :most)
            """;

    private final JdbcClient client;

    public ListedRecords(DataSource database) {
        this.client = JdbcClient.create(database);
    }

    /** Compares what a finished backfill listed; at most so many of each side. */
    public List<Entry> compare(long backfill, int most) {
        return client.sql(ENTRIES)
                .param("id", backfill)
                .param("most", most)
                .query(Entry.class)
                .list();
    }
}
