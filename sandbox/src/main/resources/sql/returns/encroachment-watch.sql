-- Complaints about encroached public land: disposed when the case is registered, watched until the land is free.
create table returns."encroachment-watch/complaints" as
select row_number() over (order by filed, block_code, i) as n, 'ENC/' || to_char(filed, 'YYYY') || '/' || block_code || '-' || i as key,
       null::text as fault, district_code, block_code, filed,
       case when filed + heard <= truth.today() then filed + heard end as registered,
       case when filed + heard + removal <= truth.today() then filed + heard + removal end as removed
from (
    select block.parent as district_code, block.code as block_code, i, truth.today() - truth.below('enc' || block.code || i, 300) as filed,
           15 + truth.below('enc-heard' || block.code || i, 90) as heard, 20 + truth.below('enc-removal' || block.code || i, 260) as removal
    from truth.reporter as block
    cross join generate_series(1, truth.times(2)) as i
    where block.level = 'block' and truth.draw('enc-is' || block.code || i) < 0.6
) as complaint;
call truth.spoil('encroachment-watch/complaints', '{missing-key,unknown-district,odd-date,unknown-code}');

create view drops."encroachment-watch/watch.xlsx" as
select truth.key_cell(key, fault) as "Complaint_No", truth.district_cell(district_code, key, fault) as "District",
       truth.block_cell(block_code, key) as "Block", truth.person(key) as "Complainant", truth.mobile(key) as "Mobile",
       truth.day_cell(filed, 'DD/MM/YYYY', fault) as "Filed_On", to_char(registered, 'DD/MM/YYYY') as "Case_Registered_On",
       case when registered is not null then 'EC-' || n || '/' || to_char(registered, 'YYYY') end as "Encroachment_Case_No",
       to_char(removed, 'DD/MM/YYYY') as "Removed_On",
       truth.code_cell(case when removed is not null then 'Removed' when registered is not null then 'Case registered'
                            else 'Pending' end, fault) as "State"
from returns."encroachment-watch/complaints"
order by n, key;
comment on view drops."encroachment-watch/watch.xlsx" is 'अतिक्रमण अनुश्रवण / Encroachments';
