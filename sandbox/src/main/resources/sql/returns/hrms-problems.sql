-- Problems that districts listed, and the day on which the FAQ answered them.
create table returns."hrms-problems/problems" as
select row_number() over (order by listed, district_code, i) as n, 'HP/' || to_char(listed, 'YYYY') || '/' || district_code || '-' || i as key,
       null::text as fault, district_code, listed, case when listed + taken <= truth.today() then listed + taken end as answered
from (
    select district.code as district_code, i, truth.today() - truth.below('hrms-problems' || district.code || i, 100) as listed,
           3 + truth.below('hrms-problems-taken' || district.code || i, 80) as taken
    from truth.reporter as district
    cross join generate_series(1, truth.times(14)) as i
    where district.level = 'district'
) as problem;
call truth.spoil('hrms-problems/problems', '{missing-key,unknown-district,odd-date,unknown-code}');

create view drops."hrms-problems/problems.csv" as
select truth.key_cell(key, fault) as problem_no, truth.district_cell(district_code, key, fault) as district,
       truth.pick(key || 'm', '{Payroll,Leave,"Service Book",Establishment}') as module,
       truth.person(key) || ', ' || truth.mobile(key) || ': वेतन नहीं बना' as problem, truth.person(key || 'by') as listed_by,
       truth.mobile(key || 'by') as mobile, truth.day_cell(listed, 'DD/MM/YYYY', fault) as listed_on,
       to_char(answered, 'DD/MM/YYYY') as answered_on,
       truth.code_cell(case when answered is null then 'Listed' else 'In FAQ' end, fault) as state
from returns."hrms-problems/problems"
order by n, key;
