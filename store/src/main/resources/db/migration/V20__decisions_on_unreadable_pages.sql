-- What a person decides on an unreadable answer. The bytes are in the vault, which this role cannot read.

alter table hub.unreadable_page
  add column id         bigint generated always as identity unique,
  add column decided_at timestamptz,
  add column resumes_at text; -- cursor from which the stream was told to go on, null: behind the page

-- Nothing before it is asked for again, whatever the lookback: set when a person lets a stream go on behind a page.
alter table hub.cursor add column floor text;
