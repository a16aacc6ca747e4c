-- Open complaints are disposed or rejected, those from other portals first; copies of some are registered as new. Parameters: how many of each, and the as-of instant.
with clock as (
    select newest, least(interval '10 milliseconds', (as_of - newest) / (2 * (wanted + fresh + 1))) as step, wanted, fresh
    from (select greatest((select max(changed_at) from lokshikayat.complaint_change),
                          (select max(changed_at) from lokshikayat.hearing_change)) as newest) as version,
         (values (?::int, ?::int, ?::timestamptz)) as asked (wanted, fresh, as_of)
),
drawn as (
    select known.*, disposed_on is null as is_open,
           row_number() over (partition by disposed_on is null
               order by origin_no is null, hashtext(complaint_no || newest), complaint_no) as place
    from lokshikayat.complaint as known, clock
),
-- Open cases first, as many as are wanted; any other case is only copied.
chosen as (
    select drawn.*, not (is_open and place <= wanted) as is_new,
           row_number() over (order by not (is_open and place <= wanted), place, complaint_no) as number
    from drawn, clock
),
last_number as (
    select max(split_part(complaint_no, '/', 3)::bigint) as serial from lokshikayat.complaint
),
timed as (
    select chosen.*, newest + step * number as now,
           case when is_new
               then 'BLS/' || extract(year from newest at time zone 'Asia/Kolkata') || '/' || (serial + number)
               else complaint_no end as next_no
    from chosen, clock, last_number
    where number <= wanted + fresh and step > interval '1 microsecond'
),
placed as (
    insert into truth.place_of
    select 'lok-shikayat', next_no, district_code, block_code
    from timed
    join truth.place_of on portal = 'lok-shikayat' and source_id = complaint_no
    where is_new
)
insert into lokshikayat.complaint_change (complaint_no, district_name, block_name, subject_code, subject,
    public_authority, channel, complainant_name, mobile, filed_on, status, disposed_on, order_text, changed_at,
    origin_no)
select next_no, district_name, block_name, subject_code, subject, public_authority,
       case when is_new and channel = 'CENTRAL' then 'ONLINE' else channel end, complainant_name, mobile,
       case when is_new then now else filed_on end,
       case when is_new then 'REGISTERED' when number % 12 = 0 then 'REJECTED' else 'DISPOSED' end,
       case when not is_new then now end,
       case when not is_new then 'परिवादी ' || complainant_name || ' (मो० ' || mobile || ') को सुना गया।' end,
       now,
       case when not is_new then origin_no end
from timed
order by now
