-- What the cells of hub.measure add up to by month, whatever their service: who ranks all places reads these, not every day.
-- The folder writes both in one transaction.
create table hub.measure_month (
  subject text collate "C" not null,
  measure text collate "C" not null,
  month   date not null, -- its first day
  amount  numeric not null,
  primary key (subject, measure, month)
) with (fillfactor = 80);

insert into hub.measure_month
select subject, measure, date_trunc('month', day::timestamp)::date, sum(amount) from hub.measure group by 1, 2, 3;

-- A month that is not over is its sum less the days still to come, such as those on which open cases will be overdue. Cells come
-- about in the order of their days, so that the ranges of the table that hold those days are few; to keep this costs the folder nothing.
create index measure_by_day on hub.measure using brin (day) with (pages_per_range = 32, autosummarize = on);

-- Where the two are not the same: never, unless somebody else wrote one of them.
create view hub.month_drift as
select subject, measure, month, sum(summed) as summed, sum(of_days) as of_days
from (
  select subject, measure, month, amount as summed, 0 as of_days from hub.measure_month
  union all
  select subject, measure, date_trunc('month', day::timestamp)::date, 0, amount from hub.measure
) both_sides
group by subject, measure, month having sum(summed) <> sum(of_days);
