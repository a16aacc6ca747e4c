-- Grievances of public servants about their own service, each with its state at the fill; the slow ones pass 60 working days.
insert into truth.time_limit (portal, days, working, assumed) values ('service-grievance', 60, true, true);

create table returns."service-grievance/grievances" as
select row_number() over (order by registered, district_code, i) as n,
       'SG/' || to_char(registered, 'YYYY') || '/' || district_code || '-' || i as key, null::text as fault, district_code, registered,
       case when registered + taken <= truth.today() then registered + taken end as disposed
from (
    select district.code as district_code, i, truth.today() - truth.below('sg' || district.code || i, 200) as registered,
           5 + truth.below('sg-taken' || district.code || i, 170) as taken
    from truth.reporter as district
    cross join generate_series(1, truth.times(15)) as i
    where district.level = 'district'
) as grievance;
call truth.spoil('service-grievance/grievances', '{missing-key,unknown-district,odd-date,unknown-code}');

create view drops."service-grievance/grievances.csv" as
select truth.key_cell(key, fault) as grievance_no, truth.district_cell(district_code, key, fault) as district,
       'OFF-' || district_code || '-' || truth.below(key || 'o', 9) as office, truth.person(key) as employee_name,
       truth.mobile(key) as mobile, truth.pick(key || 'm', '{PAY,LEAVE,SENIORITY,PENSION}') as matter,
       truth.day_cell(registered, 'DD/MM/YYYY', fault) as registered_on, to_char(disposed, 'DD/MM/YYYY') as disposed_on,
       truth.code_cell(case when disposed is null then 'OPEN' else 'CLOSED' end, fault) as status
from returns."service-grievance/grievances"
order by n, key;
comment on view drops."service-grievance/grievances.csv" is '|';
