-- Checks of the device in every block office, some of them twice.
create table returns."biometric/checks" as
select row_number() over (order by day, key) as n, key, null::text as fault, district_code, block_code, day, state
from (
    select 'BIO/' || block.code || '/' || no as key, block.parent as district_code, block.code as block_code,
           truth.today() - truth.below('bio' || block.code || no, 45) as day,
           case when truth.draw('bio-works' || block.code || no) < 0.5 + 0.45 * truth.draw('bio' || block.parent) then 'WORKING'
                else truth.pick('bio-why' || block.code || no, '{BROKEN,NO_NETWORK}') end as state
    from truth.reporter as block
    cross join generate_series(1, 2) as no
    where block.level = 'block' and (no = 1 or truth.draw('bio-twice' || block.code) < 0.4)
) as checked;
call truth.spoil('biometric/checks', '{missing-key,unknown-district,odd-date,unknown-code}');

create view drops."biometric/devices.csv" as
select truth.key_cell(key, fault) as check_no, truth.district_cell(district_code, key, fault) as district,
       truth.block_cell(block_code, key) as block, 'OFF-' || block_code as office, 'DEV-' || block_code as device,
       truth.day_cell(day, 'DD-MM-YYYY', fault) as checked_on, truth.code_cell(state, fault) as state
from returns."biometric/checks"
order by n, key;
comment on view drops."biometric/devices.csv" is ';';
