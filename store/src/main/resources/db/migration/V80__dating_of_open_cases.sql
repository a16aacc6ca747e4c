-- Under which configuration the open cases were dated last: a holiday or a time limit that changes dates them anew.
create table hub.dating (
  only_one    boolean primary key default true check (only_one),
  config_hash text not null,
  dated_at    timestamptz not null default now()
);
