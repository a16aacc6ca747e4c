-- Open salary cases are resolved or rejected; copies of some are registered as new. Parameters: how many of each.
with clock as (
    select newest, least(interval '10 milliseconds', (as_of - newest) / (2 * (wanted + fresh + 1))) as step, wanted, fresh
    from (select max(changed_at) as newest from hrms.salary_case_version) as version,
         (select value::timestamptz as as_of from truth.setting where name = 'as-of') as setting,
         (values (?::int, ?::int)) as asked (wanted, fresh)
),
latest as (
    select distinct on (case_no) * from hrms.salary_case_version order by case_no, changed_at desc
),
drawn as (
    select known.*, status = 'OPEN' as is_open,
           row_number() over (partition by status = 'OPEN' order by hashtext(case_no || newest), case_no) as place
    from latest as known, clock
),
-- Open cases first, as many as are wanted; any other case is only copied.
chosen as (
    select drawn.*, not (is_open and place <= wanted) as is_new,
           row_number() over (order by not (is_open and place <= wanted), place, case_no) as number
    from drawn, clock
),
last_number as (
    select max(split_part(case_no, '/', 3)::bigint) as serial from hrms.salary_case_version
),
timed as (
    select chosen.*, newest + step * number as now,
           ((newest + step * number) at time zone 'Asia/Kolkata')::date as today
    from chosen, clock
    where number <= wanted + fresh and step > interval '1 microsecond'
)
insert into hrms.salary_case_version
select case when is_new then 'SAL/' || extract(year from today) || '/' || (serial + number) else case_no end,
       employee_code, employee_name, mobile, ddo_code, district_name, office, reason,
       case when is_new then today else registered_on end,
       case when not is_new then today end,
       case when is_new then 'OPEN' when number % 12 = 0 then 'REJECTED' else 'RESOLVED' end,
       now, district_code
from timed, last_number
