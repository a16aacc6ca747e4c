-- Windows of a stream that a person has read again. A backfill has a cursor of its own: that of the polls never moves for it.

create table hub.backfill (
  id          bigint generated always as identity primary key,
  portal      text not null,
  stream      text not null,
  cursor_from text not null,
  cursor_to   text not null,
  at_cursor   text not null,          -- what lies before it is safely on the broker
  state       text not null default 'running' check (state in ('running', 'paused', 'finished', 'failed')),
  rows_read   bigint not null default 0,
  trouble     text,                   -- why it waits or has failed; null while all is well
  asked_by    text not null,
  started_at  timestamptz not null default clock_timestamp(),
  changed_at  timestamptz not null default clock_timestamp()
);
create unique index backfill_unfinished on hub.backfill (portal, stream) where state <> 'finished';

-- The pages that it brought, so that what became of its rows can be told.
create table hub.backfill_page (
  backfill bigint not null references hub.backfill,
  page_id  text not null,
  primary key (backfill, page_id)
);
