-- Files that portals drop, by what they hold: the same name with new content is another file.
create table hub.dropped_file (
  portal       text not null,
  stream       text not null,
  content_hash text not null,
  name         text not null,
  state        text not null default 'reading' check (state in ('reading', 'taken', 'refused', 'skipped', 'replaced')),
  rows_taken   bigint not null default 0,
  first_seen   timestamptz not null default now(),
  changed_at   timestamptz not null default now(),
  primary key (portal, stream, content_hash)
);
