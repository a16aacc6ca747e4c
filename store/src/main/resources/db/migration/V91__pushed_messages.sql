-- Messages that portals have pushed, by the id that they give: the same id gets the same receipt, however often it comes.

create table hub.pushed_message (
  portal       text not null,
  stream       text not null,
  id           text not null,
  content_hash text not null,
  row_count    int not null,
  receipt      text not null default gen_random_uuid()::text,
  taken        boolean not null default false, -- its pages are safely on the broker
  first_seen   timestamptz not null default clock_timestamp(),
  primary key (portal, stream, id)
);
