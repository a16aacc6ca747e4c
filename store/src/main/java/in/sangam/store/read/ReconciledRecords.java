package in.sangam.store.read;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The records behind the hub's side of a reconciliation, by id, and those that came but are in quarantine and so in no count:
 * what a portal's owner compares its own list with.
 */
public final class ReconciledRecords {

    /** A record that is counted, or that is not because it is in quarantine. */
    public record Entry(
            String stream, String sourceId, boolean counted, @Nullable String reason, @Nullable String page) {}

    private static final String ENTRIES =
            """
            with each as (
              select stream, source_id, page_id,
                case when length(fields ->> 'registered') = 10 then (fields ->> 'registered')::date
                  else ((fields ->> 'registered')::timestamptz at time zone 'Asia/Kolkata')::date end as registered,
                case when length(fields ->> 'disposed') = 10 then (fields ->> 'disposed')::date
                  else ((fields ->> 'disposed')::timestamptz at time zone 'Asia/Kolkata')::date end as disposed
              from hub.record
              where portal = :portal and kind = 'CASE' and attributes ->> 'deleted' is null
                and (:service::text is null or fields ->> 'service' = :service)
                and (:everywhere or place = any(:places))
            )
            (select stream, source_id, true as counted, null as reason, page_id as page from each
             where case :measure when 'received' then registered = :day
                     when 'disposed' then disposed = :day
                     else registered <= :day and (disposed is null or disposed > :day) end
             order by stream, source_id limit :most)
            union all
            (select stream, source_id, false, reason || ' ' || field, page_id from hub.quarantine
             where portal = :portal and status = 'open' and source_id is not null
             order by id desc limit :most)
            """;

    private final JdbcClient client;

    public ReconciledRecords(DataSource database) {
        this.client = JdbcClient.create(database);
    }

    /**
     * Lists the records of a count.
     *
     * @param places codes of the place and all below it; empty for everywhere
     * @param service null for all
     * @param measure {@code received}, {@code disposed} or {@code pending}
     */
    public List<Entry> of(
            String portal,
            LocalDate day,
            Collection<String> places,
            @Nullable String service,
            String measure,
            int most) {
        return client.sql(ENTRIES)
                .param("portal", portal)
                .param("day", day)
                .param("places", places.toArray(String[]::new))
                .param("everywhere", places.isEmpty())
                .param("service", service)
                .param("measure", measure)
                .param("most", most)
                .query(Entry.class)
                .list();
    }
}
