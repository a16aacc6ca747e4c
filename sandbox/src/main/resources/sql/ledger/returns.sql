-- The ledger of the small portals, over their own tables and good rows alone. truth.returned: every record; truth.return_fact: what
-- the KPIs count of them, by district and, where it is known, block; kpi.sql adds both up.
do $$
begin
    execute 'create view truth.returned as ' || (
        select string_agg(format('select %L as portal, %L as stream, key as source_id from returns.%I where fault is null',
                                 split_part(relname, '/', 1), split_part(relname, '/', 2), relname), ' union all ')
        from pg_class where relnamespace = 'returns'::regnamespace and relkind = 'r');
end
$$;

-- The as-of month up to today: its days, and the weeks (Monday to Sunday) that end in it.
create view truth.period as
select truth.month() as since, truth.today() as until, truth.today() - truth.month() + 1 as days,
       (select count(*) from generate_series(truth.month(), truth.today(), interval '1 day') as day
        where extract(isodow from day) = 7) as weeks;

create view truth.return_fact as
select 'lsk-inspections' as kpi, district_code, null::text as block_code, count(distinct block_code) as numerator,
       0::bigint as denominator
from returns."lsk-inspection/inspections", truth.period where fault is null and day between since and until
group by district_code
union all
-- Two IT managers' posts of a district are held by one after the other; each should inspect four centres.
select kpi, district_code, null, 0, share * count(distinct post_code)
from (select distinct on (posting_no) post_code, district_code, post_name, from_date, to_date
      from hrms.posting_version order by posting_no, changed_at desc) as posting,
     truth.period, (values ('lsk-inspections', 4), ('fortnightly-meetings', 2)) as expected (kpi, share)
where post_name = 'IT Manager' and from_date <= until and (to_date is null or to_date > until)
group by kpi, share, district_code
union all
select 'lsk-checklist', district_code, block_code, sum((select count(*) from unnest(points) as met where met)), 8 * count(*)
from returns."lsk-inspection/inspections", truth.period where fault is null and day between since and until
group by district_code, block_code
union all
-- A centre is known by its operators.
select 'lsk-readiness', district_code, block_code, count(*) filter (where number >= 2),
       4 * count(distinct block_code) filter (where item = 'operators')
from returns."lsk-inspection/equipment" where fault is null
group by district_code, block_code
union all
select 'fortnightly-meetings', district_code, null, count(*) filter (where uploaded), 0
from returns."it-meetings/proceedings", truth.period where fault is null and day between since and until
group by district_code
union all
select kpi, district_code, block_code, sum(number) filter (where step = done), coalesce(sum(number) filter (where step = before), 0)
from returns."vishwakarma/counts", truth.period,
     (values ('vishwakarma-uploaded', 'UPLOADED', null), ('vishwakarma-verified-1', 'VERIFIED_1', 'UPLOADED'),
             ('vishwakarma-verified-2', 'VERIFIED_2', 'VERIFIED_1'), ('vishwakarma-forwarded', 'FORWARDED', 'VERIFIED_2'))
         as expected (kpi, done, before)
where fault is null and day between since and until
group by kpi, district_code, block_code
union all
select 'vishwakarma-uploaded', code, null, 0, 1000 * weeks from truth.place, truth.period where level = 'district'
union all
select 'vishwakarma-panchayats', district_code, block_code, count(distinct panchayat), 0
from returns."vishwakarma/counts", truth.period
where fault is null and step = 'UPLOADED' and day between since and until and number >= 1
group by district_code, block_code
union all
select 'ayushman-coverage', district_code, block_code, sum(number) filter (where name = 'Covered'),
       sum(number) filter (where name = 'Eligible')
from (select distinct on (block_code, name) district_code, block_code, name, number
      from returns."ayushman/families", truth.period where fault is null and day <= until
      order by block_code, name, day desc) as latest
group by district_code, block_code
union all
select kpi, district_code, null, sum(number) filter (where step = reached), sum(number) filter (where step = 'Listed')
from (select distinct on (district_code, step) district_code, step, number
      from returns."asset-declaration/milestones", truth.period where fault is null and day <= until
      order by district_code, step, day desc) as latest,
     (values ('asset-declarations-entered', 'Entered'), ('asset-declarations-received', 'Received'),
             ('asset-declarations-handed-over', 'Handed over')) as expected (kpi, reached)
group by kpi, district_code
union all
select 'asset-daily-reports', district_code, null, count(*), 0
from returns."asset-declaration/daily-reports", truth.period where fault is null and day between since and until
group by district_code
union all
select 'asset-daily-reports', code, null, 0, days from truth.place, truth.period where level = 'district'
union all
select 'asset-lists-in-time', district_code, null, count(*) filter (where registered <= due), count(*)
from returns."asset-declaration/staff-lists", truth.period where fault is null and due between since and until
group by district_code
union all
select 'jkdmm-disposed', district_code, null, count(disposed), count(*)
from returns."jkdmm/petitions" where fault is null
group by district_code
union all
select 'service-grievances-beyond-limit', district_code, null, count(*) filter (where due < until), count(*)
from returns."service-grievance/grievances"
join truth.due_date on portal = 'service-grievance' and start_day = registered
cross join truth.period where fault is null and disposed is null
group by district_code
union all
select 'weekly-reports', district_code, null, count(*), 0
from returns."report-uploads/reports", truth.period
where fault is null and uploaded between since and until and uploaded <= due
group by district_code
union all
select 'weekly-reports', code, null, 0, 3 * weeks from truth.place, truth.period where level = 'district'
union all
select 'inspection-reports', district_code, null, count(*) filter (where uploaded <= due), count(*)
from returns."inspection-reports/reports", truth.period where fault is null and due between since and until
group by district_code
union all
select 'websites-current', district_code, null, count(*) filter (where found = 'Current'), count(*)
from returns."websites/checks", truth.period where fault is null and day between since and until
group by district_code
union all
select 'biometric-working', district_code, block_code, count(*) filter (where state = 'WORKING'), count(*)
from returns."biometric/checks", truth.period where fault is null and day between since and until
group by district_code, block_code
union all
select 'encroachment-removed', district_code, block_code, count(removed), count(registered)
from returns."encroachment-watch/complaints" where fault is null
group by district_code, block_code
union all
select kpi, district_code, null, count(*) filter (where answered <= answer_by), count(*)
from (select 'court-statements-in-time' as kpi, * from returns."court-cases/cases"
      union all select 'rti-answered-in-time', * from returns."rti/requests"
      union all select 'legislature-answers-in-time', * from returns."legislature-questions/questions"
      union all select 'rtps-appeals-in-time', * from returns."rtps-appeals/appeals"
      union all select 'lok-shikayat-appeals-in-time', * from returns."lok-shikayat-appeals/appeals"
      union all select 'cpgrams-appeals-in-time', * from returns."cpgrams-appeals/appeals"
      union all select 'leave-decided-in-time', * from returns."hrms-leave/requests"
      union all select 'par-uploaded-in-time', * from returns."sparrow/uploads"
      union all select 'gem-orders-in-time', * from returns."gem/orders") as answer, truth.period
where fault is null and answer_by between since and until
group by kpi, district_code
union all
select 'cpgrams-replies-in-time', district_code, null, count(*) filter (where day <= reply_by), count(*)
from returns."cpgrams-actions/actions", truth.period where fault is null and reply_by is not null and day between since and until
group by district_code
union all
select 'e-office-files', district_code, null, count(*) filter (where electronic), count(*)
from returns."e-office/movements", truth.period where fault is null and day between since and until
group by district_code
union all
select 'polling-station-facilities', district_code, block_code, sum((select count(*) from unnest(facilities) as found where found)), 4 * count(*)
from returns."elections/stations", truth.period where fault is null and day between since and until
group by district_code, block_code
union all
select 'hrms-problems-answered', district_code, null, count(answered), count(*)
from returns."hrms-problems/problems" where fault is null
group by district_code
union all
select 'offline-applications-entered', district_code, null, count(entered), count(*)
from returns."lsk-counters/offline" where fault is null
group by district_code
union all
select 'kiosk-handed-out', district_code, null, sum(number) filter (where what = 'HANDED_OUT'), sum(number) filter (where what = 'RECEIVED')
from returns."lsk-counters/kiosk", truth.period where fault is null and day between since and until
group by district_code;

-- KPIs of a post, a department or blocks alone, which add up to nothing above it.
create view truth.return_subject as
select 'vishwakarma-uploaded-by-block' as kpi, code as place, coalesce(sum(number), 0)::numeric as numerator, (50 * weeks)::numeric as denominator
from truth.place cross join truth.period
left join returns."vishwakarma/counts" on block_code = code and fault is null and step = 'UPLOADED' and day between since and until
where level = 'block'
group by code, weeks
union all
select 'lsk-inspections-by-manager', 'post/' || post, count(distinct block_code), 4
from returns."lsk-inspection/inspections", truth.period where fault is null and day between since and until
group by post
union all
select 'lsk-checklist-by-manager', 'post/' || post, sum((select count(*) from unnest(points) as met where met)), 8 * count(*)
from returns."lsk-inspection/inspections", truth.period where fault is null and day between since and until
group by post
union all
select 'it-meetings-by-manager', 'post/' || post, count(*) filter (where uploaded), 2
from returns."it-meetings/proceedings", truth.period where fault is null and day between since and until
group by post
union all
select 'pop-reports-in-time', 'department/' || department, count(*) filter (where signed <= due), count(*)
from returns."pop-review/reports", truth.period where fault is null and due between since and until
group by department
union all
select 'pop-score-by-post', 'post/' || post, coalesce(sum(points) filter (where kind = 'Scored'), 0),
       coalesce(sum(points) filter (where kind = 'Possible'), 0)
from returns."pop-review/scores", truth.period where fault is null and day between since and until
group by post;

-- Whether a KPI is worked out for blocks too, and whether it is a share.
create table truth.return_kpi (kpi text primary key, by_block boolean not null, share boolean not null);
insert into truth.return_kpi values
    ('lsk-inspections', false, true), ('lsk-checklist', true, true), ('lsk-readiness', true, true),
    ('fortnightly-meetings', false, true), ('vishwakarma-uploaded', false, true), ('vishwakarma-verified-1', true, true),
    ('vishwakarma-verified-2', false, true), ('vishwakarma-forwarded', false, true), ('vishwakarma-panchayats', true, false),
    ('ayushman-coverage', true, true), ('asset-declarations-entered', false, true),
    ('asset-declarations-received', false, true), ('asset-declarations-handed-over', false, true),
    ('asset-daily-reports', false, true), ('asset-lists-in-time', false, true), ('jkdmm-disposed', false, true), ('service-grievances-beyond-limit', false, true),
    ('weekly-reports', false, true), ('inspection-reports', false, true), ('websites-current', false, true),
    ('biometric-working', true, true), ('encroachment-removed', true, true),
    ('rtps-appeals-in-time', false, true), ('lok-shikayat-appeals-in-time', false, true),
    ('cpgrams-appeals-in-time', false, true), ('cpgrams-replies-in-time', false, true), ('leave-decided-in-time', false, true),
    ('court-statements-in-time', false, true), ('rti-answered-in-time', false, true),
    ('legislature-answers-in-time', false, true), ('par-uploaded-in-time', false, true),
    ('gem-orders-in-time', false, true), ('e-office-files', false, true), ('polling-station-facilities', true, true),
    ('hrms-problems-answered', false, true), ('offline-applications-entered', false, true), ('kiosk-handed-out', false, true);
