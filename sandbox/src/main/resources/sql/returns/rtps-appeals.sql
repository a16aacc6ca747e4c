-- Appeals of the Right to Public Services Act.
create table returns."rtps-appeals/appeals" as select * from truth.answers('rtps-appeals', 'APL', 30);
call truth.spoil('rtps-appeals/appeals', '{missing-key,unknown-district,odd-date,unknown-code}');

create view drops."rtps-appeals/appeals.csv" as
select truth.key_cell(key, fault) as "appeal_no", truth.district_cell(district_code, key, fault) as "district",
       'BICCO/' || to_char(received, 'YYYY') || '/' || 5000000 + n as "application_no",
       truth.pick(key || 'l', '{First,Second}') as "level",
       truth.person(key) as "appellant", truth.mobile(key) as "mobile",
       to_char(received, 'DD/MM/YYYY') as "filed_on", truth.day_cell(answer_by, 'DD/MM/YYYY', fault) as "decide_by",
       to_char(answered, 'DD/MM/YYYY') as "decided_on",
       truth.code_cell(case when answered is null then 'Pending' else 'Decided' end, fault) as "state"
from returns."rtps-appeals/appeals"
order by n, key;
