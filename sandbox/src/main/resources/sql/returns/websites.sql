-- Checks of five offices' pages in every district, three a page over the last weeks.
create table returns."websites/checks" as
select row_number() over (order by day, key) as n, key, null::text as fault, district_code, office, day, found
from (
    select 'WEB/' || district.code || '/' || office || '/' || no as key, district.code as district_code, office,
           truth.today() - 12 * no - truth.below('web' || district.code || office || no, 10) as day,
           case when truth.draw('web-found' || district.code || office || no) < 0.5 + 0.4 * truth.draw('web' || district.code)
                then 'Current' else truth.pick('web-why' || district.code || office || no, '{Stale,Unreachable}') end as found
    from truth.reporter as district
    cross join unnest('{COLLECTORATE,REVENUE,HEALTH,EDUCATION,POLICE}'::text[]) as office
    cross join generate_series(0, 2) as no
    where district.level = 'district'
) as checked;
call truth.spoil('websites/checks', '{missing-key,unknown-district,odd-date,unknown-code}');

create view drops."websites/checks.csv" as
select truth.key_cell(key, fault) as check_no, truth.district_cell(district_code, key, fault) as district, office,
       truth.pick(key || 'p', '{notices,tenders,directory}') as page, truth.day_cell(day, 'DD/MM/YYYY', fault) as checked_on,
       truth.code_cell(found, fault) as found
from returns."websites/checks"
order by n, key;
