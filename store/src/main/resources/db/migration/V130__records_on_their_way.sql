-- What flows have decided about a record, by the sink that they send to: where it belongs, and the message that was sent
-- last. The pair of a record here and its copy there is known by it, so that nothing is filed twice, whatever file says so.
create table hub.flow_record (
  sink       text not null,
  portal     text not null,
  stream     text not null,
  source_id  text not null,
  belongs    text not null,         -- here: it was sent; else where it belongs instead
  because    text,                  -- the rule's reason, null when no rule decided
  sent_hash  text,                  -- of the message that was sent last, null when none was
  decided_at timestamptz not null default now(),
  primary key (portal, stream, source_id, sink)
);
