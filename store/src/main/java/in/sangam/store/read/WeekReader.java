package in.sangam.store.read;

import in.sangam.store.KeptReport.Listed;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the records say of a week, for the weekly reports. Days are those of Asia/Kolkata. */
public final class WeekReader {

    /** Counts of a type at the smallest place that each record names. */
    public record Counted(
            String type,
            @Nullable String place,
            long received,
            long disposed,
            long disposedInTime,
            long pending,
            long beyondLimit) {}

    private static final String DAY =
            """
            (case when length(fields ->> '%1$s') = 10 then (fields ->> '%1$s')::date
               else ((fields ->> '%1$s')::timestamptz at time zone 'Asia/Kolkata')::date end)\
            """;

    private static final String COUNTS =
            """
            with each as (
              select type, place, %s as registered, %s as disposed, (fields ->> 'due')::date as due
              from hub.record where kind = 'CASE' and type = any(:types) and attributes ->> 'deleted' is null)
            select type, place,
              count(*) filter (where registered between :first and :last) as received,
              count(*) filter (where disposed between :first and :last) as disposed,
              count(*) filter (where disposed between :first and :last and disposed <= due) as disposed_in_time,
              count(*) filter (where disposed is null or disposed > :last) as pending,
              count(*) filter (where (disposed is null or disposed > :last) and due < :last) as beyond_limit
            from each where registered <= :last group by type, place
            """
                    .formatted(DAY.formatted("registered"), DAY.formatted("disposed"));

    /** On the day after it was due a case is beyond its limit. */
    private static final String BEYOND =
            """
            with each as (
              select *, %s as registered, %s as disposed, (fields ->> 'due')::date as due
              from hub.record where kind = 'CASE' and type = any(:types) and attributes ->> 'deleted' is null
                and fields ->> 'due' < :last::text)
            select portal, stream, source_id, type, place, fields ->> 'service' as service, null as parent,
              coalesce(attributes ->> 'publicAuthority', fields ->> 'office') as authority, registered as since, due
            from each where registered <= :last and (disposed is null or disposed > :last)
            order by due, portal, stream, source_id
            """
                    .formatted(DAY.formatted("registered"), DAY.formatted("disposed"));

    private static final String ABSENT =
            """
            with each as (
              select *, %s as held from hub.record
              where kind = 'ACTIVITY' and type = any(:types) and fields ->> 'attendance' = 'absent'
                and attributes ->> 'deleted' is null)
            select portal, stream, source_id, type, place, fields ->> 'service' as service, fields ->> 'parent' as parent,
              coalesce(attributes ->> 'publicAuthority', fields ->> 'office') as authority, held as since, null::date as due
            from each where held between :first and :last
            order by authority, held, portal, stream, source_id
            """
                    .formatted(DAY.formatted("held"));

    private final JdbcClient client;

    public WeekReader(DataSource database) {
        this.client = JdbcClient.create(database);
    }

    /** Returns the counts of some types. */
    public List<Counted> counts(Collection<String> types, LocalDate first, LocalDate last) {
        return of(COUNTS, types)
                .param("first", first)
                .param("last", last)
                .query(Counted.class)
                .list();
    }

    /** Returns the cases that were open beyond their limit at the end of a day. */
    public List<Listed> beyondLimit(Collection<String> types, LocalDate last) {
        return of(BEYOND, types).param("last", last).query(Listed.class).list();
    }

    /** Returns the hearings of some days from which the public authority was absent. */
    public List<Listed> absent(Collection<String> types, LocalDate first, LocalDate last) {
        return of(ABSENT, types)
                .param("first", first)
                .param("last", last)
                .query(Listed.class)
                .list();
    }

    /** Returns which of some types any record has ever come of. */
    public List<String> known(Collection<String> types) {
        return of(
                        """
                        select t from unnest(:types::text[]) t
                        where exists (select from hub.record r where r.type = t)
                        """,
                        types)
                .query(String.class)
                .list();
    }

    private JdbcClient.StatementSpec of(String sql, Collection<String> types) {
        return client.sql(sql).param("types", types.toArray(String[]::new));
    }
}
