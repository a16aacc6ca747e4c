-- What the small portals share, all of it generated. Each keeps the rows of a stream in a table returns."<portal>/<stream>" with
-- a number n, the record's key and a fault, which is null for a good row; the view drops."<portal>/<file>" is the file that it
-- drops, cell by cell, with a comment where a workbook has a title or a CSV file another separator than a comma. :now is the instant of the fill,
-- :seed what chance is drawn from, :scale the share of the full number of rows.
drop schema if exists returns cascade;
drop schema if exists drops cascade;
create schema returns;
create schema drops;

create table truth.spelling (code text not null references truth.place, spelling text not null);

create function truth.now() returns timestamptz language sql immutable parallel safe return :now;
create function truth.today() returns date language sql immutable parallel safe
return (truth.now() at time zone 'Asia/Kolkata')::date;
create function truth.month() returns date language sql immutable parallel safe
return date_trunc('month', truth.today())::date;

-- Lots: the same seed and key give the same draw, from 0 inclusive to 1 exclusive.
create function truth.draw(key text) returns double precision language sql immutable parallel safe
return ('x' || substr(md5(':seed/' || key), 1, 8))::bit(32)::bigint / 4294967296.0;
create function truth.below(key text, bound integer) returns integer language sql immutable parallel safe
return floor(truth.draw(key) * bound)::integer;
create function truth.pick(key text, choices text[]) returns text language sql immutable parallel safe
return choices[1 + truth.below(key, cardinality(choices))];

-- Places that report at this scale: all of them from 1 on, below it some of each level, and one at least.
create table truth.reporter as
select code, level, parent
from (select code, level, parent, count(*) over (partition by level) as all_of,
             row_number() over (partition by level order by truth.draw('reports' || code), code) as no
      from truth.place where level in ('district', 'block')) as each
where no <= greatest(1, round(all_of * :scale));
analyze truth.reporter;
-- How many of a kind each of them sends: more of them from 1 on, for places do not become more.
create function truth.times(number integer) returns integer language sql immutable parallel safe
return round(number * greatest(1, :scale))::integer;

-- Invented people, so that masking has something to find.
create function truth.person(key text) returns text language sql immutable parallel safe
return truth.pick(key || 'f', '{सुनीता,मनोज,Rekha,Irfan,पूनम,Vikas,किरण,Farzana,उपेन्द्र,Lalita}')
    || ' ' || truth.pick(key || 'l', '{पासवान,Yadav,मिश्रा,Ansari,चौधरी,Mahto,झा,Khatoon,Sinha,राय}');
create function truth.mobile(key text) returns text language sql immutable parallel safe
return (9000000000 + truth.below(key || 'm', 999999999))::text;

-- Cells as an office fills them in, right or, where the row has such a fault, wrong.
create function truth.key_cell(key text, fault text) returns text language sql immutable parallel safe
return case when fault = 'missing-key' then null else key end;
create function truth.district_cell(district text, key text, fault text) returns text language sql stable parallel safe
return case when fault = 'unknown-district' then 'Atlantis' else
    (select spelling from (select spelling, count(*) over () as all_of, row_number() over (order by spelling collate "C") as no
                           from truth.spelling where code = district) as each
     where no = 1 + truth.below(key, all_of::int)) end;
create function truth.block_cell(block text, key text) returns text language sql stable parallel safe
return (select case when truth.draw(key) < 0.3 then upper(name_en) else name_en end from truth.place where code = block);
create function truth.day_cell(day date, pattern text, fault text) returns text language sql immutable parallel safe
return case when fault = 'odd-date' then to_char(day, 'FMMonth DD, ''YY') else to_char(day, pattern) end;
create function truth.number_cell(number numeric, fault text) returns text language sql immutable parallel safe
return case when fault = 'typo' then number::text || 'O' else number::text end;
create function truth.code_cell(code text, fault text) returns text language sql immutable parallel safe
return case when fault = 'unknown-code' then 'PONDERED' else code end;

-- Cases of every district that must be answered within some days of the day on which they came: the last of them came today.
create function truth.answers(portal text, prefix text, days integer)
returns table (n bigint, key text, fault text, district_code text, received date, answer_by date, answered date) language sql stable as $$
    select row_number() over (order by came, code, i), prefix || '/' || to_char(came, 'YYYY') || '/' || code || '-' || i, null::text, code,
           came, came + days, case when came + taken <= truth.today() then came + taken end
    from (
        select code, i, truth.today() - truth.below(portal || code || i, 4 * days) as came,
               days / 5 + truth.below(portal || '-taken' || code || i, 4 * days / 3) as taken
        from truth.reporter
        cross join generate_series(1, truth.times(14)) as i
        where level = 'district'
    ) as filed;
$$;

-- Adds a faulty copy of every nineteenth row, which makes them 5 % of all, and lists them: nobody may count them.
create procedure truth.spoil(stream text, faults text[]) language plpgsql as $$
begin
    execute format('create temp table spoilt on commit drop as select * from returns.%I where n %% 19 = 0', stream);
    update spoilt set key = key || '-F', fault = faults[1 + (n / 19) % cardinality(faults)];
    execute format('insert into returns.%I select * from spoilt', stream);
    insert into truth.faulty -- a row without its key is known by none
    select distinct split_part(stream, '/', 1), split_part(stream, '/', 2), case when fault = 'missing-key' then '' else key end, fault
    from spoilt;
    drop table spoilt;
end
$$;
