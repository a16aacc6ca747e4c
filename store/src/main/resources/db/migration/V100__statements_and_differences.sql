-- Reconciliation by balance: what was stated of a day, the differences with the portal's own totals, and what a portal listed.

-- A statement of a portal's day is never changed: when its numbers have moved, a further version is made.
create table hub.statement (
  portal    text not null,
  day       date not null,
  version   int not null check (version > 0),
  made_at   timestamptz not null default clock_timestamp(),
  made_by   text not null, -- a login, or hub
  reason    text not null,
  as_of     timestamptz not null,
  primary key (portal, day, version)
);

-- opening + received - disposed = pending by the hub's records; stated: the pending that the statement of the day before
-- ended with, null when there is none. What the portal did not report is null, never 0.
create table hub.statement_line (
  portal           text not null,
  day              date not null,
  version          int not null,
  line             int not null,
  stream           text,
  place            text,
  service          text,
  stated           bigint,
  opening          bigint not null,
  received         bigint not null,
  disposed         bigint not null,
  pending          bigint not null,
  portal_opening   bigint,
  portal_received  bigint,
  portal_disposed  bigint,
  portal_pending   bigint,
  pending_reported date, -- the day for which the portal last reported what is pending
  primary key (portal, day, version, line),
  foreign key (portal, day, version) references hub.statement
);
create trigger immutable before update or delete on hub.statement for each row execute function hub.refuse_change();
create trigger immutable before update or delete on hub.statement_line for each row execute function hub.refuse_change();

-- A count of both sides that is not the same. It has an owner, and ends by a person with a reason or when a later statement
-- finds both sides the same. Names that a side does not have are ''.
create table hub.difference (
  id         bigint generated always as identity primary key,
  portal     text not null,
  day        date not null,
  stream     text not null,
  place      text not null,
  service    text not null,
  measure    text not null check (measure in ('received', 'disposed', 'pending')),
  counted    bigint not null,
  reported   bigint, -- null: not reported
  owner      text not null,
  state      text not null default 'open' check (state in ('open', 'closed', 'settled')),
  opened_at  timestamptz not null default clock_timestamp(),
  seen_at    timestamptz not null default clock_timestamp(),
  ended_by   text,
  ended_at   timestamptz,
  reason     text,
  check (state = 'open' or ended_by is not null and ended_at is not null and reason <> '')
);
create unique index difference_open on hub.difference (portal, day, stream, place, service, measure) where state = 'open';
create index difference_by_day on hub.difference (portal, day);

-- A backfill that is made to compare: it keeps the keys that the portal listed. Versions of the window, as records order them;
-- null when the cursor of the stream is not its version, so that nothing can be said of what was not listed.
alter table hub.backfill
  add column listing      boolean not null default false,
  add column version_from bigint,
  add column version_to   bigint;

create table hub.backfill_key (
  backfill  bigint not null references hub.backfill,
  source_id text collate "C" not null,
  primary key (backfill, source_id)
);
