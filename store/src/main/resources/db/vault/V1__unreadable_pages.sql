-- The bytes of answers that could not be read, as they came and so with what is personal in them: encrypted, for seven
-- days, and to be had by the role of the vault alone.

create table page (
  portal       text not null,
  stream       text not null,
  content_hash text not null,
  kept_at      timestamptz not null,
  size         bigint not null,          -- of the whole answer; what is kept of it may be less
  key_id       text not null,            -- of the key it is sealed with
  sealed       bytea not null,           -- AES-256-GCM: nonce, ciphertext, tag
  primary key (portal, stream, content_hash)
);
alter table page alter column sealed set storage external; -- ciphertext does not compress

create table access (
  id           bigint generated always as identity primary key,
  at           timestamptz not null default clock_timestamp(),
  who          text not null,
  action       text not null check (action in ('read', 'expire')),
  portal       text not null,
  stream       text not null,
  content_hash text not null,
  why          text not null
);

create function append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the access log of the vault is only ever appended to';
end
$$;
create trigger append_only before update or delete or truncate on access
  for each statement execute function append_only();
