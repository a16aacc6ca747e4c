-- The KPIs of the as-of month, to its end or to the as-of day, from the newest version of every record alone.
with period as (
    select least((as_of.month + interval '1 month' - interval '1 day')::date, as_of.day) as until,
           as_of.month as since,
           to_char(as_of.month, 'YYYY-MM') as name
    from (select (value::timestamptz at time zone 'Asia/Kolkata')::date as day,
                 date_trunc('month', value::timestamptz at time zone 'Asia/Kolkata')::date as month
          from truth.setting where name = 'as-of') as as_of
),
-- a and b: RTPS applications. One that is not complete has no due date.
application as (
    select latest.district_code, latest.block_code, received_on, disposed_on, due_date.due
    from (select distinct on (application_no)
                 service_code, mode, district_code, block_code,
                 (submitted_at at time zone 'Asia/Kolkata')::date as received_on,
                 (completed_at at time zone 'Asia/Kolkata')::date as completed_on,
                 (disposed_at at time zone 'Asia/Kolkata')::date as disposed_on
          from rtps.application_version
          order by application_no, updated_at desc) as latest
    left join truth.due_date
        on portal = 'rtps' and code = service_code and due_date.mode = latest.mode and start_day = completed_on
),
-- c: Lok Shikayat complaints, but for those that were filed from another portal: they count there, each matter once.
complaint as (
    select district_code, block_code, filed_on, disposed_on, due
    from (select distinct on (complaint_no)
                 complaint_no,
                 (filed_on at time zone 'Asia/Kolkata')::date as filed_on,
                 (disposed_on at time zone 'Asia/Kolkata')::date as disposed_on
          from lokshikayat.complaint_change
          where origin_no is null
          order by complaint_no, change_no desc) as latest
    join truth.place_of on place_of.portal = 'lok-shikayat' and source_id = complaint_no
    join truth.due_date on due_date.portal = 'lok-shikayat' and start_day = filed_on
),
-- d: hearings.
hearing as (
    select district_code, held_on, attendance
    from (select distinct on (hearing_no)
                 hearing_no, (held_on at time zone 'Asia/Kolkata')::date as held_on, attendance
          from lokshikayat.hearing_change
          order by hearing_no, change_no desc) as latest
    join truth.place_of on portal = 'lok-shikayat' and source_id = hearing_no
),
-- e: salary cases.
salary_case as (
    select district_code, registered_on, resolved_on, due
    from (select distinct on (case_no) case_no, district_code, registered_on, resolved_on
          from hrms.salary_case_version
          order by case_no, changed_at desc) as latest
    join truth.due_date on portal = 'hrms' and start_day = registered_on
),
-- f: CPGRAMS grievances.
grievance as (
    select district_code, received_on, closed_on, due
    from (select distinct on (registration_no)
                 district_code,
                 (recvd_date at time zone 'Asia/Kolkata')::date as received_on,
                 (closing_date at time zone 'Asia/Kolkata')::date as closed_on
          from cpgrams.grievance_version
          order by registration_no, last_updated desc) as latest
    join truth.due_date on portal = 'cpgrams' and start_day = received_on
),
fact as (
    select 'rtps-disposed-in-time' as kpi, district_code, block_code,
           count(*) filter (where disposed_on <= due) as numerator, count(*) as denominator
    from application, period
    where disposed_on between since and until
    group by district_code, block_code
    union all
    select 'rtps-pending-beyond-limit', district_code, block_code, count(*) filter (where due < until), count(*)
    from application, period
    where received_on <= until and (disposed_on is null or disposed_on > until)
    group by district_code, block_code
    union all
    select 'lok-shikayat-over-60-days', district_code, block_code, count(*) filter (where due < until), count(*)
    from complaint, period
    where filed_on <= until and (disposed_on is null or disposed_on > until)
    group by district_code, block_code
    union all
    select 'hearing-attendance-entered', district_code, null, count(attendance), count(*)
    from hearing, period
    where held_on between since and until
    group by district_code
    union all
    select 'salary-cases-over-15-days', district_code, null, count(*) filter (where due < until), count(*)
    from salary_case, period
    where registered_on <= until and (resolved_on is null or resolved_on > until)
    group by district_code
    union all
    select pending.kpi, district_code, null,
           case pending.kpi when 'cpgrams-pending' then count(*) else count(*) filter (where due < until) end,
           case pending.kpi when 'cpgrams-pending' then null else count(*) end
    from grievance, period, (values ('cpgrams-pending-beyond-limit'), ('cpgrams-pending')) as pending (kpi)
    where received_on <= until and (closed_on is null or closed_on > until)
    group by pending.kpi, district_code
    union all
    select kpi, district_code, block_code, numerator, denominator from truth.return_fact
),
counted as (
    select kpi, place, sum(numerator) as numerator, sum(denominator) as denominator
    from fact
    join truth.place as district on district.code = district_code
    join truth.place as division on division.code = district.parent
    cross join lateral (values (block_code), (district_code), (division.code), (division.parent)) as subject (place)
    where place is not null
    group by kpi, place
),
-- Every cell is listed, also one in which nothing was counted.
cell as (
    select kpi, code as place, share
    from truth.place,
         (values ('rtps-disposed-in-time', true, true), ('rtps-pending-beyond-limit', true, true),
                 ('lok-shikayat-over-60-days', true, true), ('hearing-attendance-entered', false, true),
                 ('salary-cases-over-15-days', false, true), ('cpgrams-pending-beyond-limit', false, true),
                 ('cpgrams-pending', false, false)
          union all table truth.return_kpi) as measured (kpi, by_block, share)
    where level in ('state', 'division', 'district') or (level = 'block' and by_block)
)
select kpi, place, period.name as period, coalesce(numerator, 0) as numerator,
       case when share then coalesce(denominator, 0) end as denominator
from cell
cross join period
left join counted using (kpi, place)
union all
select kpi, place, name, numerator, denominator from truth.return_subject, period
order by 1, 2
