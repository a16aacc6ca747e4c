-- What offices did with grievances of the last weeks: forwarded, answered in the interim, disposed. A reply has a day by which it was
-- to be given: 21 days after receipt, or what the interim reply promised.
create table returns."cpgrams-actions/actions" as
select row_number() over (order by day, district_code, i, serial) as n, 'GOVBH/E/' || district_code || '-' || i || '/' || serial as key,
       null::text as fault, district_code, 'GOVBH/E/' || district_code || '-' || i as grievance, serial, action, day, reply_by
from (
    select code as district_code, i, serial, action, received + after as day, received + due as reply_by
    from (
        select code, i, truth.today() - truth.below('cpgrams-actions' || code || i, 90) as received,
               truth.below('cpgrams-actions-forwarded' || code || i, 6) as forwarded,
               6 + truth.below('cpgrams-actions-replied' || code || i, 22) as replied,
               truth.draw('cpgrams-actions-interim' || code || i) < 0.3 as interim,
               truth.below('cpgrams-actions-final' || code || i, 20) as later
        from truth.reporter
        cross join generate_series(1, truth.times(10)) as i
        where level = 'district'
    ) as grievance
    cross join lateral (values (1, 'Forwarded', forwarded, null), (2, case when interim then 'Interim reply' else 'Disposed' end, replied, 21),
                               (3, 'Disposed', case when interim then replied + later end, replied + 12)) as act (serial, action, after, due)
    where after is not null
) as acted
where day <= truth.today();
call truth.spoil('cpgrams-actions/actions', '{missing-key,unknown-district,odd-date,unknown-code}');

create view drops."cpgrams-actions/actions.csv" as
select truth.key_cell(key, fault) as action_no, grievance as registration_no, serial as action_srno,
       truth.district_cell(district_code, key, fault) as dist_name, truth.code_cell(action, fault) as action_name,
       truth.day_cell(day, 'DD/MM/YYYY', fault) as date_of_action, to_char(reply_by, 'DD/MM/YYYY') as reply_by,
       'DPGRO-' || district_code as org_name2, truth.person(key) || ', ' || truth.mobile(key) || ': action taken' as remarks
from returns."cpgrams-actions/actions"
order by n, key;
