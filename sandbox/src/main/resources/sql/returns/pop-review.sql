-- Performance on Objective Parameters: a report of every department and month, signed in time, late or awaited, and the points of
-- three posts of every district in the month.
create table returns."pop-review/reports" as
select row_number() over (order by due, department) as n, 'POP/' || department || '/' || to_char(due, 'YYMM') as key, null::text as fault,
       department, due, case when signed <= truth.today() and come then signed end as signed
from (
    select department, (truth.month() - make_interval(months => back) + interval '7 days')::date as due,
           (truth.month() - make_interval(months => back) + interval '7 days')::date - 3
               + truth.below('pop' || department || back, 6) as signed,
           truth.draw('pop-come' || department || back) < 0.9 as come
    from (select department, count(*) over () as all_of, no from unnest(string_to_array('LABOUR URBAN BC-EBC MINORITY SC-ST REVENUE HEALTH EDUCATION RURAL FOOD HOME AGRICULTURE ENERGY ROADS'
                              || ' WATER TRANSPORT INDUSTRIES FOREST FINANCE PLANNING ART SPORTS', ' ')) with ordinality as known (department, no)) as known
    cross join generate_series(0, 23) as back
    where no <= greatest(1, round(all_of * :scale))
) as expected
where due <= truth.today();
call truth.spoil('pop-review/reports', '{missing-key,unknown-code,odd-date}');

create view drops."pop-review/reports.csv" as
select truth.key_cell(key, fault) as report_no, 'Bihar' as state, department, truth.day_cell(due, 'DD/MM/YYYY', fault) as due_on,
       to_char(signed, 'DD/MM/YYYY') as signed_on, truth.person(department) as signed_by,
       truth.code_cell(case when signed is null then 'Awaited' else 'Signed' end, fault) as form
from returns."pop-review/reports"
order by n, key;

create table returns."pop-review/scores" as
select row_number() over (order by post, kind, day) as n, 'POS/' || post || '/' || lower(kind) || '/' || to_char(day, 'YYMMDD') as key,
       null::text as fault, district_code, post, day, kind,
       case kind when 'Possible' then 100 else truth.below('pos' || post || day, 101) end as points
from (
    select district.code as district_code, 'P' || district.code || '-' || no as post, truth.today() - 10 * back as day, kind
    from truth.reporter as district
    cross join unnest('{1,2,5}'::integer[]) as no
    cross join generate_series(0, 2) as back
    cross join unnest('{Scored,Possible}'::text[]) as kind
    where district.level = 'district'
) as scored;
call truth.spoil('pop-review/scores', '{missing-key,unknown-district,odd-date,typo,unknown-code}');

create view drops."pop-review/scores.csv" as
select truth.key_cell(key, fault) as score_no, truth.district_cell(district_code, key, fault) as district, post,
       truth.day_cell(day, 'DD/MM/YYYY', fault) as scored_on, truth.code_cell(kind, fault) as kind,
       truth.number_cell(points, fault) as points
from returns."pop-review/scores"
order by n, key;
