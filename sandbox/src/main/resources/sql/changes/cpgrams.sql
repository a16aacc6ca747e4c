-- Open grievances are closed; copies of some are received as new. Instants in whole milliseconds. Parameters: how many of
-- each.
with clock as (
    select newest, greatest(interval '1 millisecond', date_trunc('milliseconds',
               least(interval '10 milliseconds', (as_of - newest) / (2 * (wanted + fresh + 1))))) as step,
           as_of, wanted, fresh
    from (select max(last_updated) as newest from cpgrams.grievance_version) as version,
         (select value::timestamptz as as_of from truth.setting where name = 'as-of') as setting,
         (values (?::int, ?::int)) as asked (wanted, fresh)
),
latest as (
    select distinct on (registration_no) * from cpgrams.grievance_version order by registration_no, last_updated desc
),
drawn as (
    select known.*, closing_date is null as is_open,
           row_number() over (partition by closing_date is null order by hashtext(registration_no || newest), registration_no) as place
    from latest as known, clock
),
-- Open cases first, as many as are wanted; any other case is only copied.
chosen as (
    select drawn.*, not (is_open and place <= wanted) as is_new,
           row_number() over (order by not (is_open and place <= wanted), place, registration_no) as number
    from drawn, clock
),
last_number as (
    select max(split_part(registration_no, '/', 4)::bigint) as serial from cpgrams.grievance_version
),
timed as (
    select chosen.*, newest + step * number as now
    from chosen, clock
    where number <= wanted + fresh and newest + step * number < as_of
)
insert into cpgrams.grievance_version
select case when is_new then left(md5(registration_no || now), 24) else id end,
       case when is_new
           then 'GOVBH/E/' || extract(year from now at time zone 'Asia/Kolkata') || '/' || lpad((serial + number)::text, 7, '0')
           else registration_no end,
       user_code, org_code, state, dist_name, pincode, sex, category,
       case when is_new then now else diary_date end,
       case when is_new then now else recvd_date end,
       case when not is_new then now end,
       case when not is_new then now end,
       subject_content_text,
       case when not is_new then 'Action taken report; complainant ' || complainant_name || ' informed on ' || mobile end,
       v7_target, complainant_name, mobile, now, district_code
from timed, last_number
