-- The Message Store and the KPI store. Times are instants (UTC inside); a day is a date in Asia/Kolkata.
-- Flyway has made schema hub and works inside it.

-- One row a page. Its id makes a redelivered message a no-op; lineage ends at source_hash. It is the change log too:
-- change_no is put by the folder, which works alone, so that numbers appear in commit order (a sequence drawn by many
-- writers is not in commit order). Null: not numbered yet, or the page changed nothing.
create table hub.page (
  id             text primary key,
  portal         text not null,
  stream         text not null,
  source_hash    text not null,
  cursor_from    text,
  cursor_to      text,
  fetched_at     timestamptz not null,
  connector_hash text not null,
  received       int not null,
  stored         int not null, -- corrected ones among them
  corrected      int not null,
  unchanged      int not null,
  superseded     int not null,
  quarantined    int not null,
  stored_at      timestamptz not null default clock_timestamp(),
  change_no      bigint unique,
  check (received = stored + unchanged + superseded + quarantined and corrected <= stored)
);
create index page_by_stream on hub.page (portal, stream, fetched_at);
create sequence hub.change_no;

-- The current state of every record. history: one entry per version ever taken,
-- {"v": version text, "o": its order, "s": status, "p": page id, "h": start of the content hash};
-- connector and fetch time of an entry are those of its page. An entry may come late: sort by o.
create table hub.record (
  portal         text collate "C" not null,
  stream         text collate "C" not null,
  source_id      text collate "C" not null,
  version_order  bigint not null,
  version_text   text not null,
  kind           text not null, -- CASE, ACTIVITY, READING, POSTING, CONTROL_TOTAL
  type           text not null,
  place          text,
  fields         jsonb not null,
  attributes     jsonb not null,
  contributions  text not null, -- what this row has in the measures: see ContributionCodec
  content_hash   text not null,
  page_id        text not null,
  connector_hash text not null,
  fetched_at     timestamptz not null,
  history        jsonb not null,
  first_seen     timestamptz not null default now(),
  changed_at     timestamptz not null default now(),
  revision       int not null default 1,
  primary key (portal, stream, source_id)
) with (fillfactor = 80);
create index record_by_place on hub.record (place, type);

-- History entries of b that a does not hold yet, behind those of a.
create function hub.merged_history(a jsonb, b jsonb) returns jsonb language sql immutable as $$
  select a || coalesce(jsonb_agg(e order by (e ->> 'o')::bigint), '[]'::jsonb)
  from jsonb_array_elements(b) e
  where not a @> jsonb_build_array(jsonb_build_object('o', e -> 'o', 'h', e -> 'h'))
$$;

create table hub.measure (
  measure text collate "C" not null,
  subject text collate "C" not null,
  service text collate "C" not null,
  day     date not null,
  amount  numeric not null,
  primary key (measure, subject, service, day)
) with (fillfactor = 80);

-- What a page changes in the measures, one row a page, until the folder has added it to the table above.
create table hub.measure_delta (
  id       bigint generated always as identity primary key,
  page_id  text not null,
  measures text[] not null,
  subjects text[] not null,
  services text[] not null,
  days     date[] not null,
  amounts  numeric[] not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);

-- The measures as of this instant: the table and what is not folded yet. A cell may have several rows: sum them.
create view hub.measure_now as
  select measure, subject, service, day, amount from hub.measure
  union all
  select u.measure, u.subject, u.service, u.day, u.amount
  from hub.measure_delta d
  cross join lateral unnest(d.measures, d.subjects, d.services, d.days, d.amounts)
    as u (measure, subject, service, day, amount);

-- received = stored + unchanged + superseded + quarantined, per portal, stream and day of fetch.
create table hub.account (
  portal      text not null,
  stream      text not null,
  day         date not null,
  received    bigint not null,
  stored      bigint not null,
  corrected   bigint not null,
  unchanged   bigint not null,
  superseded  bigint not null,
  quarantined bigint not null,
  primary key (portal, stream, day),
  check (received = stored + unchanged + superseded + quarantined)
);

create view hub.account_now as
  select portal, stream, day, sum(received)::bigint as received, sum(stored)::bigint as stored,
         sum(corrected)::bigint as corrected, sum(unchanged)::bigint as unchanged,
         sum(superseded)::bigint as superseded, sum(quarantined)::bigint as quarantined
  from (
    select portal, stream, day, received, stored, corrected, unchanged, superseded, quarantined from hub.account
    union all
    select p.portal, p.stream, (p.fetched_at at time zone 'Asia/Kolkata')::date, p.received, p.stored, p.corrected,
           p.unchanged, p.superseded, p.quarantined
    from hub.measure_delta d join hub.page p on p.id = d.page_id where p.received > 0
  ) each
  group by portal, stream, day;

-- Invalid Message Channel, record level. The same row with the same fault again counts up.
create table hub.quarantine (
  id          bigint generated always as identity primary key,
  portal      text not null,
  stream      text not null,
  source_id   text,
  page_id     text not null, -- the page that brought it last
  row_no      int not null,
  field       text not null,
  reason      text not null,
  message     text not null,
  candidates  text[] not null,
  masked_row  json not null, -- json, not jsonb: it keeps what jsonb refuses, such as a NUL character
  row_hash    text not null,
  first_seen  timestamptz not null default now(),
  last_seen   timestamptz not null default now(),
  count       bigint not null default 1,
  status      text not null default 'open' check (status in ('open', 'released', 'dismissed')),
  decided_by  text,
  decision    text,
  decided_at  timestamptz,
  unique (portal, stream, row_hash, reason, field)
);
create index quarantine_open on hub.quarantine (portal, stream, reason) where status = 'open';

-- A whole answer that could not be read: one entry per content, never the bytes.
create table hub.unreadable_page (
  portal       text not null,
  stream       text not null,
  content_hash text not null,
  cause        text not null,
  message      text not null,
  first_seen   timestamptz not null default now(),
  last_seen    timestamptz not null default now(),
  count        bigint not null default 1,
  state        text not null default 'open' check (state in ('open', 'skipped', 'recovered')),
  decided_by   text,
  decision     text,
  primary key (portal, stream, content_hash)
);

create table hub.cursor (
  portal      text not null,
  stream      text not null,
  value       text not null,
  advanced_at timestamptz not null default now(),
  primary key (portal, stream)
);

create table hub.lease (
  name   text primary key,
  holder text not null,
  until  timestamptz not null
);

create table hub.stream_health (
  portal        text not null,
  stream        text not null,
  state         text not null check (state in ('ok', 'failing', 'stalled')),
  polls         bigint not null default 0, -- completed ones
  failures      int not null default 0,    -- since the last success
  last_attempt  timestamptz not null,
  last_success  timestamptz,
  error_code    text,
  error_message text,
  error_since   timestamptz,
  primary key (portal, stream)
);

-- Transactional Outbox (no EIP by that name). A delivery id never changes; rows of one ordering key go in order.
create table hub.outbox (
  id             bigint generated always as identity primary key,
  sink           text not null,
  delivery_id    text not null unique,
  ordering_key   text not null,
  body           text not null,
  status         text not null default 'pending'
                 check (status in ('pending', 'claimed', 'acknowledged', 'refused', 'parked')),
  attempts       int not null default 0,
  attempts_before int not null default 0, -- made before a person let it try anew
  next_at        timestamptz not null default now(),
  claimed_until  timestamptz,
  receipt        text,
  portal_code    text,
  portal_message text,
  created_at     timestamptz not null default now(),
  settled_at     timestamptz
) with (fillfactor = 70);
create index outbox_due on hub.outbox (sink, next_at) where status in ('pending', 'claimed');
create unique index outbox_untried on hub.outbox (sink, ordering_key) where status = 'pending' and attempts = 0;
create index outbox_in_order on hub.outbox (sink, ordering_key, id) where status in ('pending', 'claimed');

-- The last value of every KPI cell that went out. change_no is drawn under the folder's lock.
create table hub.published_kpi (
  kpi          text not null,
  place        text not null,
  period       text not null,
  numerator    numeric,
  denominator  numeric,
  value        numeric,
  marks        numeric,
  as_of        timestamptz not null,
  published_at timestamptz not null default now(),
  change_no    bigint not null unique,
  primary key (kpi, place, period)
);

-- Who did what to what, and why. Only ever appended to.
create table hub.audit (
  id     bigint generated always as identity primary key,
  at     timestamptz not null default now(),
  who    text not null,
  action text not null,
  target text not null,
  reason text not null
);
