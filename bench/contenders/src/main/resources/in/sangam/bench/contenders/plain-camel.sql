create sequence seen;
create table record (
  source_id text collate "C" primary key,
  version bigint not null,
  version_text text not null,
  status text not null,
  place text not null,
  service text not null,
  registered text not null,
  complete text,
  disposed text,
  due date,
  seen bigint not null default nextval('seen') -- drawn by every insert, also by one that meets an older row
);
