package in.sangam.store.read;

import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How well each feed came in some days, from the accounts of rows and the outages of streams. Days are of the wall clock. */
public final class FeedQualityReader {

    /** A stream and the age in seconds at which it is late, null when nothing is promised. */
    public record Feed(String portal, String stream, @Nullable Long fresh) {}

    /**
     * The counts of a stream.
     *
     * @param received rows received, of which {@code rejected} went to quarantine
     * @param seconds how long it has been read within the days, of which {@code late} seconds older than promised
     * @param days days on which it has been read, of which {@code reported} brought rows
     */
    public record Counts(
            String portal,
            String stream,
            long received,
            long rejected,
            long seconds,
            long late,
            long days,
            long reported) {}

    /** A stream is read from its first page on. While it fails, it is late from its promise after the last success. */
    private static final String COUNTS =
            """
            with feed as (
              select * from unnest(:portals::text[], :streams::text[], :fresh::bigint[]) f (portal, stream, fresh)),
            span as (
              select feed.*, greatest(:first::timestamp at time zone 'Asia/Kolkata', begun.at) as since,
                least((:last::date + 1)::timestamp at time zone 'Asia/Kolkata', clock_timestamp()) as until
              from feed cross join lateral (select min(p.fetched_at) as at from hub.page p
                where p.portal = feed.portal and p.stream = feed.stream) begun
              where begun.at is not null),
            gap as (
              select portal, stream, began, ended from hub.outage
              union all
              select portal, stream, error_since, clock_timestamp() from hub.stream_health where error_since is not null),
            late as (
              select s.portal, s.stream, sum(extract(epoch from
                least(g.ended, s.until) - greatest(g.began + s.fresh * interval '1 second', s.since))) as seconds
              from span s join gap g on g.portal = s.portal and g.stream = s.stream
                and least(g.ended, s.until) > greatest(g.began + s.fresh * interval '1 second', s.since)
              group by s.portal, s.stream),
            rows as (
              select portal, stream, sum(received) as received, sum(quarantined) as rejected,
                count(*) filter (where received > 0) as days
              from hub.account_now where day between :first and :last group by portal, stream)
            select s.portal, s.stream, coalesce(r.received, 0)::bigint as received, coalesce(r.rejected, 0)::bigint as rejected,
              extract(epoch from s.until - s.since)::bigint as seconds, coalesce(l.seconds, 0)::bigint as late,
              (s.until at time zone 'Asia/Kolkata' - interval '1 microsecond')::date
                - (s.since at time zone 'Asia/Kolkata')::date + 1::bigint as days,
              coalesce(r.days, 0)::bigint as reported
            from span s
            left join rows r on r.portal = s.portal and r.stream = s.stream
            left join late l on l.portal = s.portal and l.stream = s.stream
            where s.until > s.since
            order by s.portal, s.stream
            """;

    private final JdbcClient client;

    public FeedQualityReader(DataSource database) {
        this.client = JdbcClient.create(database);
    }

    /** Returns the counts of the feeds that were read between two days, both included. */
    public List<Counts> counts(List<Feed> feeds, LocalDate first, LocalDate last) {
        return client.sql(COUNTS)
                .param("portals", feeds.stream().map(Feed::portal).toArray(String[]::new))
                .param("streams", feeds.stream().map(Feed::stream).toArray(String[]::new))
                .param("fresh", feeds.stream().map(Feed::fresh).toArray(Long[]::new))
                .param("first", first)
                .param("last", last)
                .query(Counts.class)
                .list();
    }
}
