package in.sangam.store.read;

import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How well each feed came in some spans of days, from the accounts of rows and the outages of streams. Days are of the wall clock. */
public final class FeedQualityReader {

    /** A stream and the age in seconds at which it is late, null when nothing is promised. */
    public record Feed(String portal, String stream, @Nullable Long fresh) {}

    /** Days that are looked at together, both included. */
    public record Days(LocalDate first, LocalDate last) {}

    /**
     * The counts of a stream.
     *
     * @param span which of the spans of days, from 0
     * @param received rows received, of which {@code rejected} went to quarantine
     * @param seconds how long it has been read within the days
     * @param promised seconds of these for which a freshness is promised, of which {@code late} older than that
     * @param days days on which it has been read, of which {@code reported} brought rows
     */
    public record Counts(
            int span,
            String portal,
            String stream,
            long received,
            long rejected,
            long seconds,
            long promised,
            long late,
            long days,
            long reported) {}

    /** A stream is read from its first page on. While it fails, it is late from its promise after the last success. */
    private static final String COUNTS =
            """
            with feed as (
              select f.*, (select min(p.fetched_at) from hub.page p
                where p.portal = f.portal and p.stream = f.stream) as begun
              from unnest(:portals::text[], :streams::text[], :fresh::bigint[]) f (portal, stream, fresh)),
            span as (
              select (d.n - 1)::int as span, d.first, d.last, feed.portal, feed.stream, feed.fresh,
                greatest(d.first::timestamp at time zone 'Asia/Kolkata', feed.begun) as since,
                least((d.last + 1)::timestamp at time zone 'Asia/Kolkata', clock_timestamp()) as until
              from feed cross join unnest(:firsts::date[], :lasts::date[]) with ordinality d (first, last, n)
              where feed.begun is not null),
            gap as (
              select portal, stream, began, ended from hub.outage
              union all
              select portal, stream, error_since, clock_timestamp() from hub.stream_health where error_since is not null),
            late as (
              select s.span, s.portal, s.stream, sum(extract(epoch from
                least(g.ended, s.until) - greatest(g.began + s.fresh * interval '1 second', s.since))) as seconds
              from span s join gap g on g.portal = s.portal and g.stream = s.stream
                and least(g.ended, s.until) > greatest(g.began + s.fresh * interval '1 second', s.since)
              group by s.span, s.portal, s.stream),
            rows as (
              select s.span, s.portal, s.stream, sum(a.received) as received, sum(a.quarantined) as rejected,
                count(*) filter (where a.received > 0) as days
              from span s join hub.account_now a
                on a.portal = s.portal and a.stream = s.stream and a.day between s.first and s.last
              where a.day between (select min(first) from span) and (select max(last) from span)
              group by s.span, s.portal, s.stream)
            select s.span, s.portal, s.stream, coalesce(r.received, 0)::bigint as received, coalesce(r.rejected, 0)::bigint as rejected,
              extract(epoch from s.until - s.since)::bigint as seconds,
              case when s.fresh is null then 0 else extract(epoch from s.until - s.since) end::bigint as promised,
              coalesce(l.seconds, 0)::bigint as late,
              (s.until at time zone 'Asia/Kolkata' - interval '1 microsecond')::date
                - (s.since at time zone 'Asia/Kolkata')::date + 1::bigint as days,
              coalesce(r.days, 0)::bigint as reported
            from span s
            left join rows r on r.span = s.span and r.portal = s.portal and r.stream = s.stream
            left join late l on l.span = s.span and l.portal = s.portal and l.stream = s.stream
            where s.until > s.since
            order by s.portal, s.stream, s.span
            """;

    private final JdbcClient client;

    public FeedQualityReader(DataSource database) {
        this.client = JdbcClient.create(database);
    }

    /** Returns the counts of the feeds that were read on some days. */
    public List<Counts> counts(List<Feed> feeds, Days days) {
        return counts(client, feeds, List.of(days));
    }

    static List<Counts> counts(JdbcClient queries, List<Feed> feeds, List<Days> spans) {
        return queries.sql(COUNTS)
                .param("portals", feeds.stream().map(Feed::portal).toArray(String[]::new))
                .param("streams", feeds.stream().map(Feed::stream).toArray(String[]::new))
                .param("fresh", feeds.stream().map(Feed::fresh).toArray(Long[]::new))
                .param(
                        "firsts",
                        spans.stream().map(days -> days.first().toString()).toArray(String[]::new))
                .param(
                        "lasts",
                        spans.stream().map(days -> days.last().toString()).toArray(String[]::new))
                .query(Counts.class)
                .list();
    }
}
