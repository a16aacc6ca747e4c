create table page (
  id text primary key,
  received int not null,
  stored_at timestamptz not null default clock_timestamp()
);
create table record (
  source_id text collate "C" primary key,
  version bigint not null,
  version_text text not null,
  status text not null,
  place text not null,
  service text not null,
  mode text not null,
  channel text not null,
  registered text not null,
  complete text,
  disposed text,
  due date,
  portal_due text,
  contributions text not null,
  page_id text not null
) with (fillfactor = 80);
create index record_by_place on record (place);
create table measure (
  measure text collate "C" not null,
  subject text collate "C" not null,
  service text collate "C" not null,
  day date not null,
  amount numeric not null,
  primary key (measure, subject, service, day)
) with (fillfactor = 80);
create table delta (
  id bigint generated always as identity primary key,
  measures text[] not null,
  subjects text[] not null,
  services text[] not null,
  days date[] not null,
  amounts numeric[] not null
);
