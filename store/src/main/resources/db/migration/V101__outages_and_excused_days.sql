-- When a stream did not succeed, from the first failure until the next success; one that lasts stands in stream_health. The
-- evidence of a day that is excused because the source was out.
create table hub.outage (
  id       bigint generated always as identity primary key,
  portal   text not null,
  stream   text not null,
  began    timestamptz not null,
  ended    timestamptz not null,
  failures int not null,
  code     text not null,
  message  text not null
);
create index outage_by_stream on hub.outage (portal, stream, began);

-- Proposed by the hub or a person, approved or refused by another person. type: of the records that the stream brings.
create table hub.excused_day (
  id          bigint generated always as identity primary key,
  portal      text not null,
  stream      text not null,
  type        text,
  day         date not null,
  state       text not null default 'proposed' check (state in ('proposed', 'approved', 'refused')),
  evidence    text not null check (evidence <> ''),
  proposed_by text not null,
  proposed_at timestamptz not null default clock_timestamp(),
  decided_by  text,
  decided_at  timestamptz,
  reason      text,
  unique (portal, stream, day),
  check (state = 'proposed' or decided_by is not null and decided_by <> proposed_by and reason <> '')
);
