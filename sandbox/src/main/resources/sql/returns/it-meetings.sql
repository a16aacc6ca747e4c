-- Fortnightly reviews that the two IT managers of a district hold, over four months; not every proceedings was uploaded.
create table returns."it-meetings/proceedings" as
select row_number() over (order by day, key) as n, key, null::text as fault, district_code, post, day,
       truth.draw(key || 'u') < 0.85 as uploaded
from (
    select 'PRC/' || to_char(month.day, 'YYMM') || '/' || post.code || '/' || half as key, district.code as district_code,
           post.code as post,
           month.day + case when half = 1 then truth.below(month.day || post.code, 14)
                            else 14 + truth.below(month.day || post.code || 'second', 14) end as day
    from truth.reporter as district
    cross join lateral (values ('P' || district.code || '-4'), ('P' || district.code || '-13')) as post (code)
    cross join (select (truth.month() - make_interval(months => back))::date as day from generate_series(0, 4) as back) as month
    cross join generate_series(1, 2) as half
    where district.level = 'district' and truth.draw(month.day || post.code || half || 'held') < 0.9
) as meeting
where day <= truth.today();
call truth.spoil('it-meetings/proceedings', '{missing-key,unknown-district,odd-date,unknown-code}');

create view drops."it-meetings/proceedings.csv" as
select truth.key_cell(key, fault) as proceeding_no, truth.district_cell(district_code, key, fault) as district,
       post as chaired_by_post, truth.person(post) as chaired_by, truth.day_cell(day, 'DD/MM/YYYY', fault) as held_on,
       n || '/' || to_char(day, 'YYYY') as memo_no,
       truth.code_cell(case when uploaded then 'Uploaded' else 'Awaited' end, fault) as proceeding
from returns."it-meetings/proceedings"
order by n, key;
