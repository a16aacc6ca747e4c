-- Requests for information, with the day by which they must be answered.
create table returns."rti/requests" as
select row_number() over (order by received, district_code, i) as n, 'RTI/' || to_char(received, 'YYYY') || '/' || district_code || '-' || i as key,
       null::text as fault, district_code, received, received + 30 as answer_by,
       case when received + taken <= truth.today() then received + taken end as answered
from (
    select district.code as district_code, i, truth.today() - truth.below('rti' || district.code || i, 120) as received,
           6 + truth.below('rti-taken' || district.code || i, 40) as taken
    from truth.reporter as district
    cross join generate_series(1, truth.times(14)) as i
    where district.level = 'district'
) as filed;
call truth.spoil('rti/requests', '{missing-key,unknown-district,odd-date,unknown-code}');

create view drops."rti/requests.csv" as
select truth.key_cell(key, fault) as request_no, truth.district_cell(district_code, key, fault) as district,
       truth.pick(key || 'd', '{REVENUE,HEALTH,EDUCATION,HOME,RURAL}') as department, truth.person(key) as applicant, truth.mobile(key) as mobile,
       to_char(received, 'DD/MM/YYYY') as received_on, truth.day_cell(answer_by, 'DD/MM/YYYY', fault) as answer_by,
       to_char(answered, 'DD/MM/YYYY') as answered_on,
       truth.code_cell(case when answered is null then 'OPEN' else 'ANSWERED' end, fault) as state
from returns."rti/requests"
order by n, key;
