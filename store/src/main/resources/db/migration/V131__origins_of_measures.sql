-- Which streams a measure's records came from. Noted with each page; nothing is taken away.
create table hub.measure_origin (
  portal  text not null,
  stream  text not null,
  measure text collate "C" not null,
  primary key (portal, stream, measure)
);

insert into hub.measure_origin (portal, stream, measure)
select distinct r.portal, r.stream, split_part(line.entry, chr(9), 1)
from hub.record r cross join lateral string_to_table(r.contributions, chr(10)) line (entry)
where line.entry <> '';
