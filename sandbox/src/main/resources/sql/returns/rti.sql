-- Requests for information, with the day by which they must be answered.
create table returns."rti/requests" as select * from truth.answers('rti', 'RTI', 30);
call truth.spoil('rti/requests', '{missing-key,unknown-district,odd-date,unknown-code}');

create view drops."rti/requests.csv" as
select truth.key_cell(key, fault) as request_no, truth.district_cell(district_code, key, fault) as district,
       truth.pick(key || 'd', '{REVENUE,HEALTH,EDUCATION,HOME,RURAL}') as department, truth.person(key) as applicant, truth.mobile(key) as mobile,
       to_char(received, 'DD/MM/YYYY') as received_on, truth.day_cell(answer_by, 'DD/MM/YYYY', fault) as answer_by,
       to_char(answered, 'DD/MM/YYYY') as answered_on,
       truth.code_cell(case when answered is null then 'OPEN' else 'ANSWERED' end, fault) as state
from returns."rti/requests"
order by n, key;
