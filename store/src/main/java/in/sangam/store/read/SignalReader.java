package in.sangam.store.read;

import in.sangam.core.record.RecordKey;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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

    /**
     * The last three days hold a tenth of a month: three times as much is a burst. What a case is one {@code of} is counted beside it:
     * joined to it, it made a plan that read all cases once for each place.
     */
    private static final String FOUND =
            """
            with disposed as materialized (
              select portal, stream, type, place, source_id, fields ->> 'registered' as registered,
                     fields ->> 'disposed' as disposed, fields ->> 'closingHash' as closing
              from hub.record
              where kind = 'CASE' and fields ->> 'disposed' is not null and attributes ->> 'deleted' is null
                and left(fields ->> 'disposed', 7) between :before and :after %s
            ), dated as (
              select *, case when length(disposed) > 10 and length(registered) > 10
                       then disposed::timestamptz - registered::timestamptz end as took,
                     case when length(disposed) = 10 then disposed::date
                       else (disposed::timestamptz at time zone 'Asia/Kolkata')::date end as day
              from disposed
            ), month as materialized (
              select *, count(*) over (partition by portal, type, place) as of,
                     count(closing) over (partition by portal, type, place, closing) as same
              from dated where day between :first and :last
            ), appeals as materialized (
              select distinct portal, fields ->> 'parent' as parent from hub.record
              where kind = 'CASE' and fields ->> 'parent' is not null and attributes ->> 'deleted' is null
            ), found as (
              select 'month-end-burst' as signal, * from month where day > :burst
              union all
              select 'disposed-within-minutes', * from month where took between interval '0' and interval '10 minutes'
              union all
              select 'same-closing-text', * from month where same >= 5
              union all
              select 'disposed-then-appealed', * from month
              where (portal, source_id) in (select portal, parent from appeals)
            )
            """;

    private static final String SIGNALS = FOUND
            + """
            select signal, portal, type, place, count(*) as count, of,
                   (array_agg(source_id order by source_id))[1\\:5] as examples
            from found where :signal::text is null or signal = :signal
            group by signal, portal, type, place, of
            having signal <> 'month-end-burst' or count(*) >= 10 and count(*) * 10 >= of * 3
            order by signal, count desc, portal, type, place
            """;

    private static final String CASES = FOUND
            + """
            select stream, source_id, registered, disposed
            from found
            where signal = :signal and (stream, source_id) > (:stream collate "C", :id collate "C")
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
        return signals(in(SIGNALS.formatted(""), first, last).param("signal", null));
    }

    /**
     * Returns one pattern of those days, with its counts; empty when it is not there.
     *
     * @param asked signal, portal, type and place of the pattern
     */
    public Optional<Signal> find(Signal asked, LocalDate first, LocalDate last) {
        return signals(in(SIGNALS, asked, first, last)).stream().findFirst();
    }

    /**
     * Returns the cases behind a pattern of those days, in the order of their keys.
     *
     * @param of signal, portal, type and place of the pattern
     * @param after the last case of the page before, null for the first page
     * @param most longest answer; a shorter one is the end
     */
    public List<Case> cases(Signal of, LocalDate first, LocalDate last, @Nullable RecordKey after, int most) {
        return in(CASES, of, first, last)
                .param("stream", after == null ? "" : after.stream())
                .param("id", after == null ? "" : after.sourceId())
                .param("most", most)
                .query(Case.class)
                .list();
    }

    private static List<Signal> signals(JdbcClient.StatementSpec asked) {
        return asked.query((row, n) -> new Signal(
                        row.getString("signal"),
                        row.getString("portal"),
                        row.getString("type"),
                        row.getString("place"),
                        row.getLong("count"),
                        row.getLong("of"),
                        List.of((String[]) row.getArray("examples").getArray())))
                .list();
    }

    /** Reads the cases of one portal, type and place alone, which an index finds. */
    private JdbcClient.StatementSpec in(String sql, Signal of, LocalDate first, LocalDate last) {
        String where = of.place() == null ? "place is null" : "place = :place";
        return in(sql.formatted("and portal = :portal and type = :type and " + where), first, last)
                .param("signal", of.signal())
                .param("portal", of.portal())
                .param("type", of.type())
                .param("place", of.place());
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
