-- What persons decide on quarantined rows: answers about unknown words, edits that a second person approves, and releases.

alter table hub.quarantine
  add unknown_table  text, -- table of codes or level of place; null when no unknown word is the cause
  add unknown_word   text,
  add unknown_within text,
  drop constraint quarantine_status_check,
  add constraint quarantine_status_check check (status in ('open', 'released', 'dismissed', 'edited'));
create index quarantine_unknown on hub.quarantine (unknown_table, unknown_word) where status = 'open' and unknown_word is not null;

-- Append-only: of several answers to one question the last holds, and a null takes the answer back. As nothing is ever
-- removed, the number of rows tells whether somebody has answered since.
create table hub.code_answer (
  id         bigint generated always as identity primary key,
  portal     text not null,
  stream     text not null,
  code_table text not null,
  word       text not null,
  ours       text,
  who        text not null,
  why        text not null,
  at         timestamptz not null default clock_timestamp()
);

create table hub.place_answer (
  id     bigint generated always as identity primary key,
  level  text not null,
  word   text not null,
  within text not null default '', -- '' is anywhere
  code   text,
  who    text not null,
  why    text not null,
  at     timestamptz not null default clock_timestamp()
);

-- A release is decided in one transaction, sent page by page like an outbox, and finished when its pages are in hub.page: the
-- page id is given here, so that a page sent twice is stored once. One page of a release for each page that rows came from,
-- whose source hash and fetch time it keeps.
create table hub.release (
  id        bigint generated always as identity primary key,
  who       text not null,
  why       text not null,
  at        timestamptz not null default clock_timestamp(),
  requested int not null check (requested > 0)
);

create table hub.release_page (
  page_id    text primary key,
  release_id bigint not null references hub.release,
  portal     text not null,
  stream     text not null,
  came_in    text not null, -- the page that brought the rows
  canonical  boolean not null, -- records that the store refused, instead of the portal's rows
  sent_at    timestamptz
);
create index release_page_unsent on hub.release_page (release_id) where sent_at is null;
create index release_page_of on hub.release_page (release_id);

create table hub.release_row (
  page_id       text not null references hub.release_page,
  quarantine_id bigint not null references hub.quarantine,
  row           json, -- an approved edit; null for the masked row as kept
  primary key (page_id, quarantine_id)
);

-- The original stays in quarantine, which an edit is linked to.
create table hub.row_edit (
  id            bigint generated always as identity primary key,
  quarantine_id bigint not null references hub.quarantine,
  row           json not null,
  state         text not null default 'proposed' check (state in ('proposed', 'approved', 'withdrawn')),
  proposed_by   text not null,
  why           text not null,
  proposed_at   timestamptz not null default clock_timestamp(),
  decided_by    text,
  decided_at    timestamptz,
  release_id    bigint references hub.release,
  check (state <> 'approved' or decided_by <> proposed_by)
);
create unique index row_edit_proposed on hub.row_edit (quarantine_id) where state = 'proposed';
