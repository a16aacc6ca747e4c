-- Open applications are disposed, rejected or taken up; copies of some are submitted as new. Parameters: how many of each.
with clock as (
    select newest, least(interval '10 milliseconds', (as_of - newest) / (2 * (wanted + fresh + 1))) as step, wanted, fresh
    from (select max(updated_at) as newest from rtps.application_version) as version,
         (select value::timestamptz as as_of from truth.setting where name = 'as-of') as setting,
         (values (?::int, ?::int)) as asked (wanted, fresh)
),
latest as (
    select distinct on (application_no) * from rtps.application_version order by application_no, updated_at desc
),
drawn as (
    select known.*, status in ('SUBMITTED', 'UNDER_PROCESS') as is_open,
           row_number() over (partition by status in ('SUBMITTED', 'UNDER_PROCESS') order by hashtext(application_no || newest), application_no) as place
    from latest as known, clock
),
-- Open cases first, as many as are wanted; any other case is only copied.
chosen as (
    select drawn.*, not (is_open and place <= wanted) as is_new,
           row_number() over (order by not (is_open and place <= wanted), place, application_no) as number
    from drawn, clock
),
timed as (
    select chosen.*, newest + step * number as now
    from chosen, clock
    where number <= wanted + fresh and step > interval '1 microsecond'
),
last_number as (
    select max(split_part(application_no, '/', 3)::bigint) as serial from rtps.application_version
),
outcome as (
    select timed.*,
           case when completed_at is null then 'UNDER_PROCESS'
                when number % 12 = 0 then 'REJECTED'
                when number % 3 = 0 then 'UNDER_PROCESS'
                else 'DISPOSED' end as next_status
    from timed
)
insert into rtps.application_version
select case when is_new
           then service_code || '/' || extract(year from now at time zone 'Asia/Kolkata') || '/' || (serial + number)
           else application_no end,
       service_code, service_name, mode, channel, district, block, applicant_name, father_name, mobile, aadhaar,
       case when is_new then now else submitted_at end,
       case when not is_new then coalesce(completed_at, now) end,
       case when is_new then 'SUBMITTED' else next_status end,
       case when not is_new and next_status in ('DISPOSED', 'REJECTED') then now end,
       case when not is_new then (
           select due from truth.due_date
           where portal = 'rtps' and code = service_code and due_date.mode = outcome.mode
             and start_day = (coalesce(completed_at, now) at time zone 'Asia/Kolkata')::date) end,
       now, district_code, block_code
from outcome, last_number
