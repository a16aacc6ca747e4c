-- Questions of members of the legislature, with the day by which the district must answer.
create table returns."legislature-questions/questions" as select * from truth.answers('legislature-questions', 'LQ', 30);
call truth.spoil('legislature-questions/questions', '{missing-key,unknown-district,odd-date,unknown-code}');

create view drops."legislature-questions/questions.csv" as
select truth.key_cell(key, fault) as question_no, truth.district_cell(district_code, key, fault) as district,
       truth.pick(key || 'd', '{REVENUE,HEALTH,EDUCATION,HOME,RURAL}') as department, truth.person(key) as member, truth.mobile(key) as mobile,
       to_char(received, 'DD/MM/YYYY') as received_on, truth.day_cell(answer_by, 'DD/MM/YYYY', fault) as answer_by,
       to_char(answered, 'DD/MM/YYYY') as answered_on,
       truth.code_cell(case when answered is null then 'Pending' else 'Answered' end, fault) as state
from returns."legislature-questions/questions"
order by n, key;
