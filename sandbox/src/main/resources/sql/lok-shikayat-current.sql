-- The current state, as the portal's own software keeps it beside its history of changes; it would not take a faulty row.
insert into lokshikayat.complaint (complaint_no, district_name, block_name, subject_code, subject, public_authority, channel,
       complainant_name, mobile, filed_on, status, disposed_on, order_text, changed_at, origin_no)
select distinct on (complaint_no)
       complaint_no, district_name, block_name, subject_code, subject, public_authority, channel, complainant_name,
       mobile, filed_on, status, disposed_on, order_text, changed_at, origin_no
from lokshikayat.complaint_change
where complaint_no <> '' and complaint_no not like 'FAULT/%'
order by complaint_no, change_no desc
on conflict (complaint_no) do update
    set (status, disposed_on, order_text, changed_at)
        = (excluded.status, excluded.disposed_on, excluded.order_text, excluded.changed_at)
    where complaint.changed_at < excluded.changed_at;

insert into lokshikayat.hearing
select distinct on (hearing_no) hearing_no, complaint_no, district_name, block_name, public_authority, held_on
from lokshikayat.hearing_change
order by hearing_no, change_no desc
on conflict (hearing_no) do nothing;

insert into lokshikayat.attendance
select distinct on (hearing_no) hearing_no, attendance, changed_at
from lokshikayat.hearing_change
where attendance is not null
order by hearing_no, change_no desc
on conflict (hearing_no) do update set (attendance, entered_at) = (excluded.attendance, excluded.entered_at);
