-- What the RTPS portal counts itself: per day since the first of last month, service and district, whatever happened
-- there that day. A total that changed is served again; :now is the instant of the count.
insert into rtps.total (total_no, day, service_code, district, district_code, received, disposed, pending, updated_at)
with application as (
    select distinct on (application_no)
           service_code, district_code,
           (submitted_at at time zone 'Asia/Kolkata')::date as received_on,
           (disposed_at at time zone 'Asia/Kolkata')::date as disposed_on
    from rtps.application_version
    order by application_no, updated_at desc
),
movement as (
    select received_on as day, service_code, district_code, 1 as received, 0 as disposed from application
    union all
    select disposed_on, service_code, district_code, 0, 1 from application where disposed_on is not null
),
counted as (
    select day, service_code, district_code, sum(received)::int as received, sum(disposed)::int as disposed,
           (sum(sum(received) - sum(disposed)) over (partition by service_code, district_code order by day))::int
               as pending
    from movement
    group by day, service_code, district_code
)
select day || '/' || service_code || '/' || district_code, day, service_code, place.name_en, district_code,
       received, disposed, pending,
       least(:now, (day + 1)::timestamp at time zone 'Asia/Kolkata')
from counted
join truth.place on place.code = district_code
where day >= (date_trunc('month', :now at time zone 'Asia/Kolkata') - interval '1 month')::date
-- A version never goes back, though a day's first total is dated at its end and a change may be dated before that.
on conflict (total_no) do update
    set (received, disposed, pending, updated_at) = (excluded.received, excluded.disposed, excluded.pending,
        greatest(:now, total.updated_at + interval '1 microsecond'))
    where (total.received, total.disposed, total.pending)
          is distinct from (excluded.received, excluded.disposed, excluded.pending);
