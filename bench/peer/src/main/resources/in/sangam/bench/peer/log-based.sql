create table taken (received bigint not null);
insert into taken values (0);
create table record (
  source_id text collate "C" primary key,
  version bigint not null,
  version_text text not null,
  status text not null,
  place text not null,
  service text not null,
  mode text not null,
  channel text not null,
  registered text not null,
  complete text,
  disposed text,
  due date,
  portal_due text
) with (fillfactor = 80);
create index record_by_place on record (place);
