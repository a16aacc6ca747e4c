-- Appeals and revisions of public grievances.
create table returns."lok-shikayat-appeals/appeals" as select * from truth.answers('lok-shikayat-appeals', 'LSA', 30);
call truth.spoil('lok-shikayat-appeals/appeals', '{missing-key,unknown-district,odd-date,unknown-code}');

create view drops."lok-shikayat-appeals/appeals.csv" as
select truth.key_cell(key, fault) as "appeal_no", truth.district_cell(district_code, key, fault) as "district",
       'LS/' || to_char(received, 'YYYY') || '/' || 100000 + n as "complaint_no",
       truth.pick(key || 'l', '{FIRST,SECOND,REVISION}') as "stage",
       truth.person(key) as "appellant", truth.mobile(key) as "mobile",
       to_char(received, 'DD/MM/YYYY') as "filed_on", truth.day_cell(answer_by, 'DD/MM/YYYY', fault) as "decide_by",
       to_char(answered, 'DD/MM/YYYY') as "decided_on",
       truth.code_cell(case when answered is null then 'PENDING' else 'DECIDED' end, fault) as "state"
from returns."lok-shikayat-appeals/appeals"
order by n, key;
comment on view drops."lok-shikayat-appeals/appeals.csv" is ';';
