-- Every record the portals hold, with its newest version in the portal's own words.
select portal, stream, source_id as "sourceId", version
from (
    select 'rtps' as portal, 'applications' as stream, application_no as source_id, truth.iso(max(updated_at)) as version
    from rtps.application_version group by application_no
    union all
    select 'rtps', 'totals', total_no, truth.iso(updated_at) from rtps.total
    union all
    select 'lok-shikayat', 'complaints', complaint_no, max(change_no)::text
    from lokshikayat.complaint_change
    -- The only faulty rows that lie in a portal's own table.
    where complaint_no not in (select source_id from truth.faulty where portal = 'lok-shikayat')
    group by complaint_no
    union all
    select 'lok-shikayat', 'hearings', hearing_no, max(change_no)::text
    from lokshikayat.hearing_change group by hearing_no
    union all
    select 'hrms', 'salary-cases', case_no, truth.iso(max(changed_at)) from hrms.salary_case_version group by case_no
    union all
    select 'hrms', 'postings', posting_no, truth.iso(max(changed_at)) from hrms.posting_version group by posting_no
    union all
    select 'cpgrams', 'grievances', registration_no, truth.mongo(max(last_updated))
    from cpgrams.grievance_version group by registration_no
    union all
    select 'cm-dashboard', 'schemes', scheme_no, truth.iso(updated_at) from cmdashboard.scheme
    union all
    select portal, stream, source_id, truth.iso(truth.now()) from truth.returned
) as record
order by portal, stream, source_id collate "C"
