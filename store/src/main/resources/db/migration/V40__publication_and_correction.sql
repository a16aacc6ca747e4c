-- A month that was published. A version is never changed: a correction is a further version, with who and why.
create table hub.publication (
  period       text not null,
  version      int not null check (version > 0),
  published_at timestamptz not null default now(),
  published_by text not null,
  reason       text not null,
  as_of        timestamptz not null,
  change_no    bigint not null, -- the last change that the figures hold
  config_hash  text not null,   -- the method: KPIs, measures, rules, places as they were
  primary key (period, version)
);

create table hub.published_figure (
  period      text not null,
  version     int not null,
  kpi         text not null,
  subject     text not null,
  numerator   numeric,
  denominator numeric,
  marks       text, -- exact, as a fraction
  state       text not null,
  primary key (period, version, kpi, subject),
  foreign key (period, version) references hub.publication
);

create table hub.published_rank (
  period  text not null,
  version int not null,
  subject text not null,
  rank    int not null, -- 0 without a mark
  mark    text,         -- exact, as a fraction
  primary key (period, version, subject),
  foreign key (period, version) references hub.publication
);

create function hub.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'What was published is never changed: publish a further version';
end $$;
create trigger immutable before update or delete on hub.publication for each row execute function hub.refuse_change();
create trigger immutable before update or delete on hub.published_figure for each row execute function hub.refuse_change();
create trigger immutable before update or delete on hub.published_rank for each row execute function hub.refuse_change();

-- Which versions have gone out to the change feed and the sinks.
create table hub.publication_told (
  period  text not null,
  version int not null,
  told_at timestamptz not null default now(),
  primary key (period, version)
);

-- A district says that a number is wrong. It goes to the KPI's nodal officer.
create table hub.correction (
  id         bigint generated always as identity primary key,
  period     text not null,
  kpi        text not null,
  place      text not null,
  part       text not null check (part in ('numerator', 'denominator')),
  claimed    numeric not null, -- what the number should be
  evidence   text not null,
  asked_by   text not null,
  asked_at   timestamptz not null default now(),
  owner      text not null,
  due        date not null,
  state      text not null default 'open' check (state in ('open', 'source', 'signed-once', 'adjusted', 'refused')),
  decided_by text,             -- first signature of an adjustment
  decided_at timestamptz,
  decision   text,
  amount     numeric,          -- of an adjustment: what is added to the number
  second_by  text,
  second_at  timestamptz,
  check (second_by is null or second_by <> decided_by and second_by <> asked_by),
  check (state <> 'adjusted' or second_by is not null and amount is not null)
);
create index correction_by_cell on hub.correction (period, kpi, place);
