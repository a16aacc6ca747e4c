-- Movements of files between desks, electronic or on paper, over six weeks.
create table returns."e-office/movements" as
select row_number() over (order by day, district_code, i) as n, 'EF/' || to_char(day, 'YYYY') || '/' || district_code || '-' || i as key,
       null::text as fault, district_code, day, electronic
from (
    select district.code as district_code, i, truth.today() - truth.below('e-office' || district.code || i, 42) as day,
           truth.draw('e-office-moved' || district.code || i) < 0.3 + 0.6 * truth.draw('e-office' || district.code) as electronic
    from truth.reporter as district
    cross join generate_series(1, truth.times(14)) as i
    where district.level = 'district'
) as moved;
call truth.spoil('e-office/movements', '{missing-key,unknown-district,odd-date,unknown-code}');

create view drops."e-office/movements.csv" as
select truth.key_cell(key, fault) as movement_no, truth.district_cell(district_code, key, fault) as district,
       'OFF-' || district_code || '-' || truth.below(key || 'o', 9) as office,
       truth.person(key) || ' की पेंशन' as subject, truth.person(key || 'by') as moved_by,
       truth.day_cell(day, 'DD-MM-YYYY', fault) as moved_on,
       truth.code_cell(case when electronic then 'EFILE' else 'PAPER' end, fault) as moved_as
from returns."e-office/movements"
order by n, key;
comment on view drops."e-office/movements.csv" is '|';
