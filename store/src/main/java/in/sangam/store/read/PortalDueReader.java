package in.sangam.store.read;

import in.sangam.core.record.RecordKey;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cases for which the portal publishes another due date than the one that the law gives here. */
public final class PortalDueReader {

    /**
     * A case.
     *
     * @param due the hub's, null while its clock stands or no limit is known
     * @param portalDue the portal's own
     * @param days by how many days the hub's lies later; null without one
     * @param rule time limit that the hub's is taken from
     */
    public record Differing(
            String portal,
            String stream,
            String sourceId,
            String type,
            @Nullable String place,
            @Nullable String service,
            String status,
            @Nullable LocalDate due,
            LocalDate portalDue,
            @Nullable Integer days,
            @Nullable String rule) {

        /** Returns its key. */
        public RecordKey key() {
            return new RecordKey(portal, stream, sourceId);
        }
    }

    private static final String DIFFERING =
            """
            select portal, stream, source_id, type, place, fields ->> 'service' as service, fields ->> 'status' as status,
              (fields ->> 'due')::date as due, (fields ->> 'portalDue')::date as portal_due,
              (fields ->> 'due')::date - (fields ->> 'portalDue')::date as days, attributes ->> 'dueRule' as rule
            from hub.record
            where (portal, stream, source_id) > (:portal, :stream, :id) and (:only::text is null or portal = :only)
              and kind = 'CASE' and fields ->> 'portalDue' is not null
              and fields ->> 'due' is distinct from fields ->> 'portalDue' and attributes ->> 'deleted' is null
              and (not :open or fields ->> 'status' = 'pending') and (:everywhere or place = any(:places))
            order by portal, stream, source_id limit :most
            """;

    private final JdbcClient client;

    public PortalDueReader(DataSource database) {
        this.client = JdbcClient.create(database);
    }

    /**
     * Lists them in the order of their keys.
     *
     * @param portal null for all
     * @param places codes of a place and all below it, empty for everywhere
     * @param open pending ones only
     * @param after key of the last one of the page before, null for the first page
     */
    public List<Differing> list(
            @Nullable String portal, Collection<String> places, boolean open, @Nullable RecordKey after, int most) {
        return client.sql(DIFFERING)
                .param("only", portal)
                .param("places", places.toArray(String[]::new))
                .param("everywhere", places.isEmpty())
                .param("open", open)
                .param("portal", after == null ? "" : after.portal())
                .param("stream", after == null ? "" : after.stream())
                .param("id", after == null ? "" : after.sourceId())
                .param("most", most)
                .query(Differing.class)
                .list();
    }
}
