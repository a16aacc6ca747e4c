-- Appraisal reports, with the day by which they must be uploaded.
create table returns."sparrow/uploads" as select * from truth.answers('sparrow', 'PAR', 30);
call truth.spoil('sparrow/uploads', '{missing-key,unknown-district,odd-date,unknown-code}');

create view drops."sparrow/uploads.csv" as
select truth.key_cell(key, fault) as par_no, truth.district_cell(district_code, key, fault) as district,
       truth.pick(key || 'd', '{REVENUE,HEALTH,EDUCATION,HOME,RURAL}') as department, truth.person(key) as officer, truth.mobile(key) as mobile,
       to_char(received, 'DD/MM/YYYY') as received_on, truth.day_cell(answer_by, 'DD/MM/YYYY', fault) as answer_by,
       to_char(answered, 'DD/MM/YYYY') as answered_on,
       truth.code_cell(case when answered is null then 'Awaited' else 'Uploaded' end, fault) as state
from returns."sparrow/uploads"
order by n, key;
