-- Appeals that a rating of Poor opened.
create table returns."cpgrams-appeals/appeals" as select * from truth.answers('cpgrams-appeals', 'CGA', 30);
call truth.spoil('cpgrams-appeals/appeals', '{missing-key,unknown-district,odd-date,unknown-code}');

create view drops."cpgrams-appeals/appeals.csv" as
select truth.key_cell(key, fault) as "appeal_no", truth.district_cell(district_code, key, fault) as "district",
       'GOVBH/E/' || to_char(received, 'YYYY') || '/' || lpad(n::text, 7, '0') as "registration_no",
       truth.person(key) as "complainant", truth.mobile(key) as "mobile",
       to_char(received, 'DD/MM/YYYY') as "opened_on", truth.day_cell(answer_by, 'DD/MM/YYYY', fault) as "answer_by",
       to_char(answered, 'DD/MM/YYYY') as "answered_on",
       truth.code_cell(case when answered is null then 'Open' else 'Disposed' end, fault) as "state"
from returns."cpgrams-appeals/appeals"
order by n, key;
