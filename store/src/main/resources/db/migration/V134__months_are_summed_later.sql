-- What was folded into hub.measure and waits to be added to hub.measure_month, one row each time that deltas were folded. Added cell by
-- cell, as it came, it took a third of the folder's time; many cells of many pages are few sums.
create table hub.month_delta (
  cells    int not null, -- how many stand in each array
  subjects text[] collate "C" not null,
  measures text[] collate "C" not null,
  months   date[] not null, -- their first days
  amounts  numeric[] not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 500);

create or replace view hub.month_drift as
select subject, measure, month, sum(summed) as summed, sum(of_days) as of_days
from (
  select subject, measure, month, amount as summed, 0 as of_days from hub.measure_month
  union all
  select u.subject, u.measure, u.month, u.amount, 0
  from hub.month_delta d
  cross join lateral unnest(d.subjects, d.measures, d.months, d.amounts) as u (subject, measure, month, amount)
  union all
  select subject, measure, date_trunc('month', day::timestamp)::date, 0, amount from hub.measure
) both_sides
group by subject, measure, month having sum(summed) <> sum(of_days);
