-- Days of the municipal KIOSK centres, and applications that counters took on paper until they could enter them.
create table returns."lsk-counters/kiosk" as
select row_number() over (order by day, centre, what) as n, 'KSK/' || centre || '/' || to_char(day, 'YYMMDD') || '/' || what as key,
       null::text as fault, district_code, 'KSK-' || centre as centre, day, what,
       (20 + truth.below('kiosk' || centre || day, 60)) / case what when 'RECEIVED' then 1 else 2 end as number
from (
    select district.code as district_code, district.code || '-' || no as centre, day::date as day, what
    from truth.place as district
    cross join generate_series(1, 6) as no
    cross join generate_series(truth.today() - greatest(1, least(30, round(30 * :scale)))::integer + 1, truth.today(), interval '1 day') as day
    cross join unnest('{RECEIVED,HANDED_OUT}'::text[]) as what
    where district.level = 'district' and (name_en = 'Patna' or name_en = 'Muzaffarpur' and no = 1)
) as counted;
call truth.spoil('lsk-counters/kiosk', '{missing-key,unknown-district,odd-date,typo,unknown-code}');

create view drops."lsk-counters/kiosk.csv" as
select truth.key_cell(key, fault) as entry_no, truth.district_cell(district_code, key, fault) as district, centre,
       truth.day_cell(day, 'DD.MM.YYYY', fault) as day, truth.code_cell(what, fault) as what,
       truth.number_cell(number, fault) as number
from returns."lsk-counters/kiosk"
order by n, key;
comment on view drops."lsk-counters/kiosk.csv" is ';';

create table returns."lsk-counters/offline" as
select row_number() over (order by received, district_code, i) as n, 'OFL/' || to_char(received, 'YYYY') || '/' || district_code || '-' || i as key,
       null::text as fault, district_code, received, case when received + taken <= truth.today() then received + taken end as entered
from (
    select district.code as district_code, i, truth.today() - truth.below('offline' || district.code || i, 60) as received,
           truth.below('offline-taken' || district.code || i, 25) as taken
    from truth.reporter as district
    cross join generate_series(1, truth.times(14)) as i
    where district.level = 'district'
) as paper;
call truth.spoil('lsk-counters/offline', '{missing-key,unknown-district,odd-date,unknown-code}');

create view drops."lsk-counters/offline.xlsx" as
select truth.key_cell(key, fault) as paper_no, truth.district_cell(district_code, key, fault) as district,
       'LSK-' || district_code as counter, truth.pick(key || 's', '{BICCO,BCCCO,BRCCO}') as service, truth.person(key) as applicant,
       truth.mobile(key) as mobile, truth.day_cell(received, 'DD/MM/YYYY', fault) as received_on,
       to_char(entered, 'DD/MM/YYYY') as entered_on,
       truth.code_cell(case when entered is null then 'WAITING' else 'ENTERED' end, fault) as state
from returns."lsk-counters/offline"
order by n, key;
comment on view drops."lsk-counters/offline.xlsx" is 'ऑफलाइन आवेदन / Applications taken on paper';
