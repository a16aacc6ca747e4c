package in.sangam.store.read;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The two sides of a reconciliation: what a portal counts itself for a day, and what its records here add up to. */
public final class ReconciliationReader {

    /**
     * The hub's side: pending before the day, received and disposed on it, pending at its end.
     *
     * @param place the smallest place that the records name
     */
    public record Counted(
            String stream,
            @Nullable String place,
            @Nullable String service,
            long opening,
            long received,
            long disposed,
            long pending) {}

    /**
     * The portal's side; null is what it did not report. What is pending stays so until the portal reports another number:
     * many report only the days on which something moved.
     *
     * @param stream the stream whose records are counted, when the totals say so
     * @param pendingDay the day that {@code pending} was reported for
     */
    public record Reported(
            @Nullable String stream,
            @Nullable String place,
            @Nullable String service,
            @Nullable Long opening,
            @Nullable Long received,
            @Nullable Long disposed,
            @Nullable Long pending,
            @Nullable LocalDate pendingDay) {}

    private static final String REPORTED =
            """
            with total as (
              select coalesce(attributes ->> 'stream', '') as stream, coalesce(place, '') as place,
                coalesce(fields ->> 'service', '') as service, fields ->> 'day' as day, fields
              from hub.record
              where portal = :portal and kind = 'CONTROL_TOTAL' and attributes ->> 'deleted' is null
                and fields ->> 'day' <= :day::text),
            latest as (
              select distinct on (stream, place, service) stream, place, service,
                (fields ->> 'pending')::numeric::bigint as pending, day::date as pending_day
              from total where fields ->> 'pending' is not null order by stream, place, service, day desc),
            opening as (
              select distinct on (stream, place, service) stream, place, service,
                (fields ->> 'pending')::numeric::bigint as opening
              from total where fields ->> 'pending' is not null and day < :day::text order by stream, place, service, day desc),
            today as (
              select distinct on (stream, place, service) stream, place, service,
                (fields ->> 'received')::numeric::bigint as received, (fields ->> 'disposed')::numeric::bigint as disposed
              from total where day = :day::text order by stream, place, service),
            cell as (select distinct stream, place, service from total)
            select nullif(stream, '') as stream, nullif(place, '') as place, nullif(service, '') as service,
              opening, received, disposed, pending, pending_day
            from cell
            left join today using (stream, place, service)
            left join latest using (stream, place, service)
            left join opening using (stream, place, service)
            """;

    private static final String COUNTED =
            """
            with each as (
              select stream, place, fields ->> 'service' as service, registered.day as registered, disposed.day as disposed
              from hub.record
              cross join lateral (select case when length(fields ->> 'registered') = 10 then (fields ->> 'registered')::date
                else ((fields ->> 'registered')::timestamptz at time zone 'Asia/Kolkata')::date end as day) registered
              cross join lateral (select case when length(fields ->> 'disposed') = 10 then (fields ->> 'disposed')::date
                else ((fields ->> 'disposed')::timestamptz at time zone 'Asia/Kolkata')::date end as day) disposed
              where portal = :portal and kind = 'CASE' and attributes ->> 'deleted' is null)
            select stream, place, service,
                   count(*) filter (where registered < :day and (disposed is null or disposed >= :day)) as opening,
                   count(*) filter (where registered = :day) as received,
                   count(*) filter (where disposed = :day) as disposed,
                   count(*) filter (where registered <= :day and (disposed is null or disposed > :day)) as pending
            from each where registered <= :day group by stream, place, service
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

    /** Returns what the portal reports for a day, at every place and service that it has reported until then. */
    public List<Reported> reported(String portal, LocalDate day) {
        return list(REPORTED, portal, day, Reported.class);
    }

    /** Returns what the records add up to, at the smallest place that each record names. */
    public List<Counted> counted(String portal, LocalDate day) {
        return list(COUNTED, portal, day, Counted.class);
    }

    /** The cursors between which a stream was read. */
    public record Window(String from, String to) {}

    /** Returns the cursors between which the pages lie that were fetched on a day or later; empty when there are none. */
    public Optional<Window> windowSince(String portal, String stream, LocalDate day) {
        return client.sql(
                        """
                        select * from (
                          select (array_agg(cursor_from order by fetched_at) filter (where cursor_from is not null))[1] as "from",
                            (array_agg(cursor_to order by fetched_at desc) filter (where cursor_to is not null))[1] as "to"
                          from hub.page where portal = :portal and stream = :stream
                            and fetched_at >= :day::timestamp at time zone 'Asia/Kolkata') each
                        where "from" is not null and "to" is not null
                        """)
                .param("portal", portal)
                .param("stream", stream)
                .param("day", day)
                .query(Window.class)
                .optional();
    }

    private <T> List<T> list(String sql, String portal, LocalDate day, Class<T> type) {
        return client.sql(sql)
                .param("portal", portal)
                .param("day", day)
                .query(type)
                .list();
    }
}
