-- Inspections of Lok Seva Kendras by the IT managers with the eight-point checklist, and the equipment of every fourth centre.
-- The centre of a block has the block's code. Two IT managers a district inspect up to eight times a month, some never.
create table returns."lsk-inspection/inspections" as
select row_number() over (order by day, key) as n, key, null::text as fault, district_code, block_code, post, day,
       array(select truth.draw(key || point) < 0.55 + 0.4 * truth.draw(district_code) from generate_series(1, 8) as point) as points
from (
    select 'INS/' || to_char(month.day, 'YYMM') || '/' || post.code || '/' || visit as key, district.code as district_code,
           post.code as post, block.code as block_code,
           month.day + truth.below(month.day || post.code || visit || 'd', month.days) as day
    from truth.reporter as district
    cross join lateral (values ('P' || district.code || '-4'), ('P' || district.code || '-13')) as post (code)
    cross join lateral (values (truth.month(), truth.today() - truth.month() + 1),
                               ((truth.month() - interval '1 month')::date, 28)) as month (day, days)
    cross join lateral generate_series(1, truth.below(month.day || post.code, 9)) as visit
    cross join lateral (select code from truth.place where level = 'block' and parent = district.code
                        order by truth.draw(month.day || post.code || (visit % 6) || code) limit 1) as block
    where district.level = 'district'
) as inspection;
call truth.spoil('lsk-inspection/inspections', '{missing-key,unknown-district,odd-date,unknown-code}');

create view drops."lsk-inspection/inspections.xlsx" as
select truth.key_cell(key, fault) as "Inspection_No", truth.district_cell(district_code, key, fault) as "District",
       truth.block_cell(block_code, key) as "Block", 'LSK-' || block_code as "Centre", post as "Inspected_By_Post",
       truth.person(post) as "IT_Manager", truth.mobile(post) as "Mobile",
       truth.day_cell(day, 'DD/MM/YYYY', fault) as "Inspected_On",
       truth.code_cell(case when points[1] then 'Yes' else 'No' end, fault) as "Visible_Place",
       case when points[2] then 'Yes' else 'No' end as "Wall_Writing",
       case when points[3] then 'Yes' else 'No' end as "Plain_Paper",
       case when points[4] then 'Yes' else 'No' end as "Records",
       case when points[5] then 'Yes' else 'No' end as "Web_Camera",
       case when points[6] then 'Yes' else 'No' end as "Certificates_All_Day",
       case when points[7] then 'Yes' else 'No' end as "Help",
       case when points[8] then 'Yes' else 'No' end as "Second_Link"
from returns."lsk-inspection/inspections"
order by n, key;
comment on view drops."lsk-inspection/inspections.xlsx" is 'लोक सेवा केन्द्र निरीक्षण प्रतिवेदन / Inspection of Lok Seva Kendras';

create table returns."lsk-inspection/equipment" as
select row_number() over (order by block.code, item.name) as n, 'EQ/' || block.code || '/' || item.name as key,
       null::text as fault, block.parent as district_code, block.code as block_code, item.name as item,
       truth.month() as day, 1 + truth.below(block.code || item.name, 3) as number
from truth.reporter as block
cross join (values ('operators'), ('computers'), ('printers'), ('scanners')) as item (name)
where block.level = 'block' and truth.draw('equipped' || block.code) < 0.28;
call truth.spoil('lsk-inspection/equipment', '{missing-key,unknown-district,odd-date,typo}');

create view drops."lsk-inspection/equipment.csv" as
select truth.key_cell(key, fault) as entry_no, truth.district_cell(district_code, key, fault) as district,
       truth.block_cell(block_code, key) as block, 'LSK-' || block_code as centre, initcap(item) as item,
       truth.number_cell(number, fault) as number, truth.day_cell(day, 'DD.MM.YYYY', fault) as counted_on
from returns."lsk-inspection/equipment"
order by n, key;
