-- Three reports a week of every district, due on Monday for the week before; some come late, some never.
create table returns."report-uploads/reports" as
select row_number() over (order by due, district_code, report) as n,
       'WR/' || district_code || '/' || to_char(due, 'IYIW') || '/' || no as key, null::text as fault, district_code, report, due, uploaded
from (
    select district.code as district_code, due::date as due, no, report,
           due::date - 2 + truth.below('wr' || district.code || due::date || no, 4) as uploaded
    from truth.reporter as district
    cross join generate_series(date_trunc('week', truth.today()) - interval '7 weeks', date_trunc('week', truth.today()),
                               interval '1 week') as due
    cross join (values (1, 'Review'), (2, 'Over 60 days'), (3, 'Absent authorities')) as report (no, report)
    where district.level = 'district'
      and truth.draw('wr-sent' || district.code || due::date || no) < 0.6 + 0.4 * truth.draw('wr' || district.code)
) as sent
where uploaded <= truth.today();
call truth.spoil('report-uploads/reports', '{missing-key,unknown-district,odd-date,unknown-code}');

create view drops."report-uploads/reports.csv" as
select truth.key_cell(key, fault) as report_no, truth.district_cell(district_code, key, fault) as district,
       truth.code_cell(report, fault) as report, to_char(due, 'DD.MM.YYYY') as due_on,
       truth.day_cell(uploaded, 'DD.MM.YYYY', fault) as uploaded_on, truth.person(district_code) as uploaded_by
from returns."report-uploads/reports"
order by n, key;
