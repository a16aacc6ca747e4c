-- A report a week of three posts of every district, due on Monday; late ones, and ones still awaited.
create table returns."inspection-reports/reports" as
select row_number() over (order by due, post) as n, 'IR/' || post || '/' || to_char(due, 'IYIW') as key, null::text as fault,
       district_code, post, due, case when uploaded <= truth.today() and come then uploaded end as uploaded
from (
    select district.code as district_code, 'P' || district.code || '-' || no as post, due::date as due,
           due::date - 3 + truth.below('ir' || district.code || no || due::date, 5) as uploaded,
           truth.draw('ir-come' || district.code || no || due::date) < 0.55 + 0.4 * truth.draw('ir' || district.code) as come
    from truth.reporter as district
    cross join generate_series(1, 3) as no
    cross join generate_series(date_trunc('week', truth.today()) - interval '4 weeks', date_trunc('week', truth.today()),
                               interval '1 week') as due
    where district.level = 'district'
) as expected;
call truth.spoil('inspection-reports/reports', '{missing-key,unknown-district,odd-date}');

create view drops."inspection-reports/inspections.xlsx" as
select truth.key_cell(key, fault) as "Report_No", truth.district_cell(district_code, key, fault) as "District", post as "Post",
       truth.person(post) as "Officer", truth.day_cell(due, 'DD/MM/YYYY', fault) as "Due_On",
       to_char(uploaded, 'DD/MM/YYYY') as "Uploaded_On"
from returns."inspection-reports/reports"
order by n, key;
comment on view drops."inspection-reports/inspections.xlsx" is 'साप्ताहिक निरीक्षण प्रतिवेदन / Weekly inspection reports';
