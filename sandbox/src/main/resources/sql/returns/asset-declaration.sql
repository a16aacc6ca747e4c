-- Statements of assets: the lists of some drawing and disbursing officers, due on the fifth of the month, four steps of every district in four weeks, and the report that most districts send every day.
create table returns."asset-declaration/milestones" as
select row_number() over (order by day, district_code, step) as n,
       'AST/' || district_code || '/' || to_char(day, 'YYMMDD') || '/' || replace(lower(name), ' ', '-') as key,
       null::text as fault, district_code, name as step, day, number
from (
    select district.code as district_code, step, name, truth.today() - 7 * (3 - back) as day,
           floor((6000 + truth.below(district.code || 'staff', 6000))
                 * case step when 1 then 1 when 2 then 0.95 when 3 then 0.8 else 0.6 end
                 * case step when 1 then 1 else 0.5 + back / 6.0 - 0.2 * truth.draw(district.code || 'late') end)::integer as number
    from truth.reporter as district
    cross join generate_series(0, 3) as back
    cross join (values (1, 'Listed'), (2, 'Entered'), (3, 'Received'), (4, 'Handed over')) as step (step, name)
    where district.level = 'district'
) as reported;
call truth.spoil('asset-declaration/milestones', '{missing-key,unknown-district,odd-date,typo,unknown-code}');

create view drops."asset-declaration/milestones.csv" as
select truth.key_cell(key, fault) as entry_no, truth.district_cell(district_code, key, fault) as district,
       truth.code_cell(step, fault) as step, truth.day_cell(day, 'DD/MM/YYYY', fault) as as_on,
       truth.number_cell(number, fault) as staff, 'true' as cumulative
from returns."asset-declaration/milestones"
order by n, key;

create table returns."asset-declaration/daily-reports" as
select row_number() over (order by day, district.code) as n, 'ADR/' || district.code || '/' || to_char(day, 'YYMMDD') as key,
       null::text as fault, district.code as district_code, day::date as day
from truth.reporter as district
cross join generate_series(truth.month(), truth.today(), interval '1 day') as day
where district.level = 'district' and truth.draw(district.code || day::date) < 0.6 + 0.4 * truth.draw(district.code || 'diligent');
call truth.spoil('asset-declaration/daily-reports', '{missing-key,unknown-district,odd-date}');

create view drops."asset-declaration/daily-report.csv" as
select truth.key_cell(key, fault) as report_no, truth.district_cell(district_code, key, fault) as district,
       truth.day_cell(day, 'DD/MM/YYYY', fault) as report_date, truth.person(district_code) as reported_by,
       truth.mobile(district_code) as mobile
from returns."asset-declaration/daily-reports"
order by n, key;

create table returns."asset-declaration/staff-lists" as
select row_number() over (order by district_code, i) as n, 'DDO/' || district_code || '-' || i as key, null::text as fault, district_code, i,
       20 + truth.below('ddo-staff' || district_code || i, 400) as staff, due, case when registered <= truth.today() then registered end as registered
from (
    select code as district_code, i, truth.month() + 4 as due, truth.month() + truth.below('ddo-registered' || code || i, 7) as registered
    from truth.reporter
    cross join generate_series(1, truth.times(4)) as i
    where level = 'district'
) as listed;
call truth.spoil('asset-declaration/staff-lists', '{missing-key,unknown-district,odd-date}');

create view drops."asset-declaration/ddo-lists.csv" as
select truth.key_cell(key, fault) as list_no, 'DDO-' || district_code || '-' || i as ddo_code,
       truth.district_cell(district_code, key, fault) as district, truth.pick(key || 'd', '{REV,HLT,EDU,RDD}') as department, staff,
       truth.day_cell(due, 'DD/MM/YYYY', fault) as due_on, to_char(registered, 'DD/MM/YYYY') as registered_on,
       truth.person(key) as ddo, truth.mobile(key) as mobile
from returns."asset-declaration/staff-lists"
order by n, key;
