package in.sangam.store.read;

/** What is asked of the tables of the measures, in SQL. */
final class MeasureQueries {

    static final String STATE =
            """
            select coalesce((select max(change_no) from hub.page), 0) as change_no,
                   coalesce((select max(id) from hub.measure_delta), 0) as newest_delta
            """;

    /** Days of a few measures. Of what is not folded yet, pages without any of them are not taken apart. */
    static final String BY_DAY =
            """
            (select measure, subject, service, day, amount from hub.measure where measure = any(:measures)
             union all
             select u.measure, u.subject, u.service, u.day, u.amount
             from hub.measure_delta d
             cross join lateral unnest(d.measures, d.subjects, d.services, d.days, d.amounts)
               as u (measure, subject, service, day, amount)
             where d.measures && cast(:measures as text[]) and u.measure = any(:measures)
            ) as daily
            """;

    /** Sums of whole months, with what waits to be added to them, less the days of the last that are still to come, and what is not folded yet. */
    static final String BY_MONTH =
            """
            (select measure, subject, month as day, amount from hub.measure_month
             union all
             select u.measure, u.subject, u.month, u.amount
             from hub.month_delta d
             cross join lateral unnest(d.measures, d.subjects, d.months, d.amounts) as u (measure, subject, month, amount)
             union all
             select measure, subject, cast(:end as date), -amount from hub.measure
             where day > :end and day < :next and cast(:end as date) + 1 < :next
             union all
             select u.measure, u.subject, least(u.day, :end), case when u.day <= :end then u.amount else 0 end
             from hub.measure_delta d
             cross join lateral unnest(d.measures, d.subjects, d.days, d.amounts) as u (measure, subject, day, amount)
             where u.day < :next
            ) as summed
            """;

    static final String OF_SUBJECTS = " and subject = any(:subjects)";

    /** Every measure that anything has come for, in a month that has begun: one look into the index each. */
    static final String PRESENT =
            """
            with recursive each (measure) as (
              (select measure from hub.measure order by measure limit 1)
              union all
              select (select m.measure from hub.measure m where m.measure > each.measure order by m.measure limit 1)
              from each where each.measure is not null
            )
            select measure from each
            where exists (select from hub.measure m where m.measure = each.measure and m.day < :next)
            union
            select u.measure from hub.measure_delta d, lateral unnest(d.measures, d.days) u (measure, day)
            where u.day < :next
            """;

    private static final String LAST =
            """
            with daily as (
              select measure, subject, service, day, sum(amount) as amount from %s where true%s group by 1, 2, 3, 4
            )
            select distinct on (e.month, r.measure, r.subject, r.service) e.month, value.measure, r.subject, r.service,
              coalesce(v.amount, 0) as amount
            from unnest(:ends::date[]) with ordinality e (day, month)
            join unnest(:values::text[], :reports::text[]) value (measure, reports) on true
            join daily r on r.measure = value.reports and r.amount > 0 and r.day <= e.day
            left join daily v on v.measure = value.measure and v.subject = r.subject and v.service = r.service
              and v.day = r.day
            order by e.month, r.measure, r.subject, r.service, r.day desc
            """;

    private MeasureQueries() {}

    /** By month, measure, subject and service the latest reading: where a report was counted. */
    static String last(String where) {
        return LAST.formatted(BY_DAY, where);
    }

    /** One row per group: what came before the first month, then each month. */
    static String sums(int months, String group, String from, String where) {
        StringBuilder sql = new StringBuilder("select " + group + ", sum(amount) filter (where day < :first0)");
        for (int month = 0; month < months; month++) {
            sql.append(", sum(amount) filter (where day between :first")
                    .append(month)
                    .append(" and :end")
                    .append(month)
                    .append(')');
        }
        return sql.append(" from ")
                .append(from)
                .append(" where day <= :end")
                .append(where)
                .append(" group by ")
                .append(group)
                .toString();
    }
}
