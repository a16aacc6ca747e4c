package in.sangam.store.read;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The two sides of a reconciliation: what a portal counts itself for a day, and what its records here add up to. */
public final class ReconciliationReader {

    /** Counts of a day for a place and service: received and disposed on it, pending at its end. */
    public record Counts(
            @Nullable String place, @Nullable String service, long received, long disposed, long pending) {}

    /** What is pending stays so until a portal reports another number: many report only the days on which something moved. */
    private static final String REPORTED =
            """
            with latest as (
              select distinct on (place, fields ->> 'service') place, fields ->> 'service' as service,
                fields ->> 'day' = :day::text as today, fields
              from hub.record
              where portal = :portal and kind = 'CONTROL_TOTAL' and fields ->> 'day' <= :day::text
              order by place, fields ->> 'service', fields ->> 'day' desc)
            select place, service,
                   case when today then coalesce((fields ->> 'received')::numeric, 0) else 0 end::bigint as received,
                   case when today then coalesce((fields ->> 'disposed')::numeric, 0) else 0 end::bigint as disposed,
                   coalesce((fields ->> 'pending')::numeric, 0)::bigint as pending
            from latest
            """;

    private static final String COUNTED =
            """
            with each as (
              select place, fields ->> 'service' as service, registered.day as registered, disposed.day as disposed
              from hub.record
              cross join lateral (select case when length(fields ->> 'registered') = 10 then (fields ->> 'registered')::date
                else ((fields ->> 'registered')::timestamptz at time zone 'Asia/Kolkata')::date end as day) registered
              cross join lateral (select case when length(fields ->> 'disposed') = 10 then (fields ->> 'disposed')::date
                else ((fields ->> 'disposed')::timestamptz at time zone 'Asia/Kolkata')::date end as day) disposed
              where portal = :portal and kind = 'CASE' and attributes ->> 'deleted' is null)
            select place, service, count(*) filter (where registered = :day) as received,
                   count(*) filter (where disposed = :day) as disposed,
                   count(*) filter (where registered <= :day and (disposed is null or disposed > :day)) as pending
            from each where registered <= :day group by place, service
            """;

    private final JdbcClient client;

    public ReconciliationReader(DataSource database) {
        this.client = JdbcClient.create(database);
    }

    /** Returns the portals that have ever reported totals, by name. */
    public List<String> portals() {
        return client.sql("select distinct portal from hub.record where kind = 'CONTROL_TOTAL' order by portal")
                .query(String.class)
                .list();
    }

    /** Returns the latest day for which a portal has reported totals. */
    public Optional<LocalDate> latestDay(String portal) {
        return client.sql("select max((fields ->> 'day')::date) from hub.record where portal = :portal and kind ="
                        + " 'CONTROL_TOTAL'")
                .param("portal", portal)
                .query(LocalDate.class)
                .optional();
    }

    /** Returns what the portal reports for a day, with what it last reported as pending where it reports nothing for that day. */
    public List<Counts> reported(String portal, LocalDate day) {
        return counts(REPORTED, portal, day);
    }

    /** Returns what the records add up to, at the smallest place that each record names. */
    public List<Counts> counted(String portal, LocalDate day) {
        return counts(COUNTED, portal, day);
    }

    private List<Counts> counts(String sql, String portal, LocalDate day) {
        return client.sql(sql)
                .param("portal", portal)
                .param("day", day)
                .query(Counts.class)
                .list();
    }
}
