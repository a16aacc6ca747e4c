-- A weekly report is never changed: it says what was known when it was made. content: {"counts": [...], "cases": [...]}.
create table hub.weekly_report (
  report   text not null,
  week_end date not null,
  place    text not null,
  made_at  timestamptz not null default clock_timestamp(),
  as_of    timestamptz not null,
  content  jsonb not null,
  primary key (report, week_end, place)
);
create trigger immutable before update or delete on hub.weekly_report for each row execute function hub.refuse_change();

-- Who was to get it and by which sink ('' without one); how far it has come stands in the outbox, by the ordering key.
create table hub.weekly_report_recipient (
  report       text not null,
  week_end     date not null,
  place        text not null,
  recipient    text not null, -- role/place
  sink         text not null,
  ordering_key text not null,
  primary key (report, week_end, place, recipient, sink),
  foreign key (report, week_end, place) references hub.weekly_report
);
