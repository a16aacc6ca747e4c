-- Applications of artisans: two panchayats of every block, three days, four steps of which none has more than the one before it;
-- few of them report on a day.
create table returns."vishwakarma/counts" as
select row_number() over (order by day, block_code, panchayat, step) as n,
       'PMV/' || block_code || '/' || panchayat || '/' || to_char(day, 'YYMMDD') || '/' || name as key, null::text as fault,
       district_code, block_code, 'GP-' || block_code || '-' || panchayat as panchayat, day, name as step, number
from (
    select block.parent as district_code, block.code as block_code, panchayat, day, step, name,
           (20 + truth.below(block.code || panchayat || day, 60)) / case step when 1 then 1 when 2 then 2 when 3 then 3 else 5 end
               as number
    from truth.reporter as block
    cross join generate_series(1, 2) as panchayat
    cross join (select truth.today() - 9 * back as day from generate_series(0, 2) as back) as day
    cross join (values (1, 'UPLOADED'), (2, 'VERIFIED_1'), (3, 'VERIFIED_2'), (4, 'FORWARDED')) as step (step, name)
    where block.level = 'block'
      and truth.draw(block.code || panchayat || day || 'sent') < 0.055
) as reported;
call truth.spoil('vishwakarma/counts', '{missing-key,unknown-district,odd-date,typo,unknown-code}');

create view drops."vishwakarma/counts.csv" as
select truth.key_cell(key, fault) as entry, truth.district_cell(district_code, key, fault) as district,
       truth.block_cell(block_code, key) as block, panchayat, truth.day_cell(day, 'DD-MM-YYYY', fault) as day,
       truth.code_cell(step, fault) as step, truth.number_cell(number, fault) as applications
from returns."vishwakarma/counts"
order by n, key;
comment on view drops."vishwakarma/counts.csv" is ';';
