-- Polling stations of every block as they were found last, each with four facilities.
create table returns."elections/stations" as
select row_number() over (order by day, key) as n, key, null::text as fault, district_code, block_code, day,
       array(select truth.draw(key || facility) < 0.5 + 0.45 * truth.draw('elections' || district_code)
             from generate_series(1, 4) as facility) as facilities
from (
    select 'PS/' || block.code || '/' || i as key, block.parent as district_code, block.code as block_code,
           truth.today() - truth.below('elections' || block.code || i, 50) as day
    from truth.reporter as block
    cross join generate_series(1, truth.times(2)) as i
    where block.level = 'block' and truth.draw('elections-is' || block.code || i) < 0.55
) as checked;
call truth.spoil('elections/stations', '{missing-key,unknown-district,odd-date,unknown-code}');

create view drops."elections/stations.xlsx" as
select truth.key_cell(key, fault) as "Station_No", truth.district_cell(district_code, key, fault) as "District",
       truth.block_cell(block_code, key) as "Block", truth.person(key) as "Officer", truth.mobile(key) as "Mobile",
       truth.day_cell(day, 'DD/MM/YYYY', fault) as "Checked_On",
       truth.code_cell(case when facilities[1] then 'Yes' else 'No' end, fault) as "Ramp",
       case when facilities[2] then 'Yes' else 'No' end as "Water", case when facilities[3] then 'Yes' else 'No' end as "Toilet",
       case when facilities[4] then 'Yes' else 'No' end as "Light"
from returns."elections/stations"
order by n, key;
comment on view drops."elections/stations.xlsx" is 'मतदान केन्द्र: न्यूनतम सुविधाएँ / Polling stations';
