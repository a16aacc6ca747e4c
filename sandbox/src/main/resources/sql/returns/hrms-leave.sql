-- Requests for leave.
create table returns."hrms-leave/requests" as select * from truth.answers('hrms-leave', 'LV', 15);
call truth.spoil('hrms-leave/requests', '{missing-key,unknown-district,odd-date,unknown-code}');

create view drops."hrms-leave/leave.csv" as
select truth.key_cell(key, fault) as "request_no", truth.district_cell(district_code, key, fault) as "district",
       truth.pick(key || 'l', '{CL,EL,ML}') as "leave",
       'DDO-' || district_code || '-' || truth.below(key || 'o', 9) as "ddo",
       truth.person(key) as "employee_name", truth.mobile(key) as "mobile",
       to_char(received, 'DD/MM/YYYY') as "applied_on", truth.day_cell(answer_by, 'DD/MM/YYYY', fault) as "decide_by",
       to_char(answered, 'DD/MM/YYYY') as "decided_on",
       truth.code_cell(case when answered is null then 'SUBMITTED' else 'DECIDED' end, fault) as "state"
from returns."hrms-leave/requests"
order by n, key;
