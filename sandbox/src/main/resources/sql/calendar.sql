-- The ledger's own clock: which days field offices work (six-day week, observed holidays off), how long each portal has,
-- and from both the due date. It shares nothing with the hub's clock.
create table truth.calendar (
    day     date    primary key,
    working boolean not null,
    serial  integer not null -- working days up to and including this day
);

insert into truth.calendar
select day, working, sum(working::int) over (order by day)
from (select day::date,
             extract(isodow from day) <> 7
                 and not exists (select from truth.holiday
                                 where holiday.day = days.day::date and class in ('NI_ACT', 'GENERAL_EXEC')) as working
      from generate_series(date '2015-01-01', date '2040-12-31', interval '1 day') as days (day)) as day;
create unique index working_day on truth.calendar (serial) where working;

-- Limits in working or calendar days, by the day on which the clock starts.
create table truth.time_limit (
    portal  text    not null,
    code    text    not null default '', -- service of the RTPS
    mode    text    not null default '',
    since   date    not null default '-infinity',
    until   date    not null default 'infinity', -- inclusive
    days    integer not null,
    working boolean not null,
    assumed boolean not null default false,      -- not found in a published schedule
    primary key (portal, code, mode, since)
);

insert into truth.time_limit (portal, code, mode, days, working, assumed)
select 'rtps', code, mode, case when mode = 'TATKAL' and not assumed then 2 else 10 end, true, assumed
from (values ('BCCCO', false), ('BICCO', false), ('BRCCO', false),
             ('NCLCO', true), ('EWSXX', true), ('BOBCO', true)) as service (code, assumed),
     (values ('NORMAL'), ('TATKAL')) as urgency (mode);
insert into truth.time_limit (portal, days, working)
values ('lok-shikayat', 60, true), ('hrms', 15, false);
insert into truth.time_limit (portal, since, until, days, working)
values ('cpgrams', '-infinity', '2020-12-31', 60, false),
       ('cpgrams', '2021-01-01', '2022-07-26', 45, false),
       ('cpgrams', '2022-07-27', '2024-08-22', 30, false),
       ('cpgrams', '2024-08-23', 'infinity', 21, false);

-- The day of the starting event is left out (General Clauses Act 1897, s. 9): due is the n-th working day after it, or
-- start + n. Provisional: beyond the last year whose holidays are known.
create view truth.due_date as
select portal, code, mode, start.day as start_day, due.day as due, due.day > known.until as provisional
from truth.time_limit
join truth.calendar as start on start.day between since and until
join truth.calendar as due on due.working and due.serial = start.serial + days
cross join (select make_date(extract(year from max(day))::int, 12, 31) as until from truth.holiday) as known
where time_limit.working
union all
select portal, code, mode, start.day, start.day + days, false
from truth.time_limit
join truth.calendar as start on start.day between since and until
where not time_limit.working;

-- Instants as the portals write them, which makes them the version of a record.
create function truth.iso(instant timestamptz) returns text language sql stable parallel safe
return to_char(instant at time zone 'Asia/Kolkata', 'YYYY-MM-DD"T"HH24:MI:SS.US"+05:30"');

create function truth.mongo(instant timestamptz) returns text language sql stable parallel safe
return to_char(instant at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"+0000"');
