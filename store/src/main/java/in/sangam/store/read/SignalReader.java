package in.sangam.store.read;

import in.sangam.core.record.RecordKey;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Patterns in the disposals of a month that deserve a look. Signals, never verdicts: no mark depends on them, and each is a count
 * with its cases, for a person to judge.
 */
public final class SignalReader {

    /**
     * A pattern at a place.
     *
     * @param signal {@code month-end-burst}, {@code disposed-within-minutes}, {@code same-closing-text} or
     *     {@code disposed-then-appealed}
     * @param place smallest place that the cases name, null when they name none
     * @param count cases that show it
     * @param of cases that were disposed there in the month
     * @param examples keys of some of the cases at their portal
     */
    public record Signal(
            String signal,
            String portal,
            String type,
            @Nullable String place,
            long count,
            long of,
            List<String> examples) {}

    /**
     * A case that shows a pattern.
     *
     * @param registered as its portal says, null when it does not
     */
    public record Case(String stream, String sourceId, @Nullable String registered, String disposed) {}

    /** The patterns that are looked for. */
    public static final List<String> KINDS =
            List.of("month-end-burst", "disposed-within-minutes", "same-closing-text", "disposed-then-appealed");

    /** The last three days hold a tenth of a month: three times as much is a burst. */
    private static final String FOUND =
            """
            with disposed as materialized (
              select portal, stream, type, place, source_id, fields, case when length(fields ->> 'disposed') > 10
                       and length(fields ->> 'registered') > 10
                       then (fields ->> 'disposed')::timestamptz - (fields ->> 'registered')::timestamptz end as took,
                     case when length(fields ->> 'disposed') = 10 then (fields ->> 'disposed')::date
                       else ((fields ->> 'disposed')::timestamptz at time zone 'Asia/Kolkata')::date end as day
              from hub.record
              where kind = 'CASE' and fields ->> 'disposed' is not null
                and left(fields ->> 'disposed', 7) between :before and :after
            ), month as (
              select * from disposed where day between :first and :last
            ), places as (
              select portal, type, place, count(*) as of from month group by 1, 2, 3
            ), texts as (
              select portal, stream, type, place, source_id, count(*) over (partition by portal, type, place,
                       fields ->> 'closingHash') as same
              from month where fields ->> 'closingHash' is not null
            ), appeals as materialized (
              select distinct portal, fields ->> 'parent' as parent from hub.record
              where kind = 'CASE' and fields ->> 'parent' is not null
            ), found as (
              select 'month-end-burst' as signal, portal, stream, type, place, source_id from month where day > :burst
              union all
              select 'disposed-within-minutes', portal, stream, type, place, source_id from month
              where took between interval '0' and interval '10 minutes'
              union all
              select 'same-closing-text', portal, stream, type, place, source_id from texts where same >= 5
              union all
              select 'disposed-then-appealed', m.portal, m.stream, m.type, m.place, m.source_id
              from month m join appeals a on a.portal = m.portal and a.parent = m.source_id
            )
            """;

    private static final String SIGNALS = FOUND
            + """
            select f.signal, f.portal, f.type, f.place, count(*) as count, p.of,
                   (array_agg(f.source_id order by f.source_id))[1\\:5] as examples
            from found f join places p
              on p.portal = f.portal and p.type = f.type and p.place is not distinct from f.place
            group by f.signal, f.portal, f.type, f.place, p.of
            having f.signal <> 'month-end-burst' or count(*) >= 10 and count(*) * 10 >= p.of * 3
            order by f.signal, count desc, f.portal, f.type, f.place
            """;

    private static final String CASES = FOUND
            + """
            select m.stream, m.source_id, m.fields ->> 'registered' as registered, m.fields ->> 'disposed' as disposed
            from found f join month m using (portal, stream, source_id)
            where f.signal = :signal and portal = :portal and f.type = :type
              and f.place is not distinct from cast(:place as text)
              and (stream, source_id) > (:stream collate "C", :id collate "C")
            order by stream, source_id
            limit :most
            """;

    private static final int BURST_DAYS = 3;

    private final JdbcClient client;

    public SignalReader(DataSource database) {
        this.client = JdbcClient.create(database);
    }

    /** Returns the patterns of the days from one to another, by kind of signal, the most frequent first. */
    public List<Signal> of(LocalDate first, LocalDate last) {
        return in(SIGNALS, first, last)
                .query((row, n) -> new Signal(
                        row.getString("signal"),
                        row.getString("portal"),
                        row.getString("type"),
                        row.getString("place"),
                        row.getLong("count"),
                        row.getLong("of"),
                        List.of((String[]) row.getArray("examples").getArray())))
                .list();
    }

    /**
     * Returns the cases behind a pattern of those days, in the order of their keys.
     *
     * @param of signal, portal, type and place of the pattern
     * @param after the last case of the page before, null for the first page
     * @param most longest answer; a shorter one is the end
     */
    public List<Case> cases(Signal of, LocalDate first, LocalDate last, @Nullable RecordKey after, int most) {
        return in(CASES, first, last)
                .param("signal", of.signal())
                .param("portal", of.portal())
                .param("type", of.type())
                .param("place", of.place())
                .param("stream", after == null ? "" : after.stream())
                .param("id", after == null ? "" : after.sourceId())
                .param("most", most)
                .query(Case.class)
                .list();
    }

    private JdbcClient.StatementSpec in(String sql, LocalDate first, LocalDate last) {
        return client.sql(sql)
                .param("first", first)
                .param("last", last)
                .param("burst", last.minusDays(BURST_DAYS))
                .param("before", first.minusDays(1).toString().substring(0, 7))
                .param("after", last.plusDays(1).toString().substring(0, 7));
    }
}
