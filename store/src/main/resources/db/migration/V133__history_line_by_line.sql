-- The history of a record is only ever added to and read whole: text, one JSON object a line, costs a writer a sixth less than
-- jsonb, which takes all of it apart for each entry. An entry says what it said: see V1.
create function hub.history_lines(history jsonb) returns text language sql immutable as $$
  select string_agg(entry::text, chr(10) order by place)
  from jsonb_array_elements(history) with ordinality each (entry, place)
$$;
drop function hub.merged_history(jsonb, jsonb);
alter table hub.record alter column history type text using hub.history_lines(history);
drop function hub.history_lines(jsonb);

-- History entries of b that a does not hold yet, behind those of a.
create function hub.merged_history(a text, b text) returns text language sql immutable as $$
  select concat_ws(chr(10), a, string_agg(entry, chr(10) order by (entry::jsonb ->> 'o')::bigint))
  from string_to_table(b, chr(10)) entry
  where not exists (select from string_to_table(a, chr(10)) held
                    where held::jsonb -> 'o' = entry::jsonb -> 'o' and held::jsonb -> 'h' = entry::jsonb -> 'h')
$$;
