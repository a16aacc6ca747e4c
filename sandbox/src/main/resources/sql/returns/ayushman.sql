-- Families of some blocks: those entitled to a card, and those who have one, on two days of which the second has more.
create table returns."ayushman/families" as
select row_number() over (order by day, key) as n, key, null::text as fault, district_code, block_code, name, day, number
from (
    select 'AB/' || block.code || '/' || report.no || '/' || report.name as key, block.parent as district_code,
           block.code as block_code, report.name, report.day,
           floor((8000 + truth.below(block.code || 'eligible', 9000)) * share * case when no = 1 then 1
                 else 0.2 + 0.7 * truth.draw(block.code || 'covered') end)::integer as number
    from truth.reporter as block
    cross join (values (1, 'Eligible', truth.today() - 20, 1.0), (2, 'Covered', truth.today() - 20, 0.8),
                       (3, 'Covered', truth.today(), 1.0)) as report (no, name, day, share)
    where block.level = 'block' and truth.draw('cards' || block.code) < 0.4
) as reported;
call truth.spoil('ayushman/families', '{missing-key,unknown-district,odd-date,typo}');

create view drops."ayushman/families.xlsx" as
select truth.key_cell(key, fault) as "Serial", truth.district_cell(district_code, key, fault) as "District",
       truth.block_cell(block_code, key) as "Block", name as "Count", truth.day_cell(day, 'DD.MM.YYYY', fault) as "Up_To",
       truth.number_cell(number, fault) as "Families"
from returns."ayushman/families"
order by n, key;
comment on view drops."ayushman/families.xlsx" is 'आयुष्मान कार्ड: पात्र परिवार / Ayushman cards';
