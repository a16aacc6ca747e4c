-- The measures of the hub as views that count the records when asked.
create view counted as
  select place, service, (registered::timestamptz at time zone 'Asia/Kolkata')::date as registered, due,
         (disposed::timestamptz at time zone 'Asia/Kolkata')::date as disposed
  from record;
create view measure as
  select 'rtps.disposed' as measure, place, service, disposed as day, count(*) as amount
  from counted where disposed is not null group by 2, 3, 4
  union all
  select 'rtps.disposed.in-time', place, service, disposed, count(*) from counted where disposed <= due group by 2, 3, 4
  union all
  select 'rtps.open', place, service, registered, count(*) from counted
  where disposed is null or registered < disposed group by 2, 3, 4
  union all
  select 'rtps.open', place, service, disposed, -count(*) from counted where registered < disposed group by 2, 3, 4
  union all
  select 'rtps.open.beyond-limit', place, service, due + 1, count(*) from counted
  where due is not null and (disposed is null or due + 1 < disposed) group by 2, 3, 4
  union all
  select 'rtps.open.beyond-limit', place, service, disposed, -count(*) from counted where due + 1 < disposed group by 2, 3, 4;
