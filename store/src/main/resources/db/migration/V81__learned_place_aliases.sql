-- Spellings of places that a person has decided, besides config/places/aliases.csv.
create table hub.place_alias (
  place      text not null,
  alias      text not null check (alias <> ''),
  decided_by text not null,
  decided_at timestamptz not null default now(),
  primary key (place, alias)
);
