-- Cases of courts and of the Human Rights Commission, with the day by which the statement of facts is due.
create table returns."court-cases/cases" as select * from truth.answers('court-cases', 'CC', 30);
call truth.spoil('court-cases/cases', '{missing-key,unknown-district,odd-date,unknown-code}');

create view drops."court-cases/cases.csv" as
select truth.key_cell(key, fault) as case_no, truth.district_cell(district_code, key, fault) as district,
       truth.pick(key || 'd', '{REVENUE,HEALTH,EDUCATION,HOME,RURAL}') as department, truth.person(key) as petitioner, truth.mobile(key) as mobile,
       to_char(received, 'DD/MM/YYYY') as received_on, truth.day_cell(answer_by, 'DD/MM/YYYY', fault) as answer_by,
       to_char(answered, 'DD/MM/YYYY') as answered_on,
       truth.code_cell(case when answered is null then 'Awaited' else 'Filed' end, fault) as state
from returns."court-cases/cases"
order by n, key;
