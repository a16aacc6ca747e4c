-- The database behind the portals: one schema per portal but Lok Shikayat, which has a server of its own
-- (lok-shikayat.sql), and `truth`, which no portal serves.
-- Running this file throws away what an earlier, unfinished fill left behind.
drop schema if exists rtps cascade;
drop schema if exists lokshikayat cascade;
drop schema if exists hrms cascade;
drop schema if exists cpgrams cascade;
drop schema if exists cmdashboard cascade;
drop schema if exists vikasmission cascade;
drop schema if exists truth cascade;

create schema rtps;
create schema hrms;
create schema cpgrams;
create schema cmdashboard;
create schema vikasmission;
create schema truth;

-- rtps --------------------------------------------------------------------------------------------------------------

create table rtps.application_version (
    application_no text        not null,
    service_code   text        not null,
    service_name   text        not null,
    mode           text        not null check (mode in ('NORMAL', 'TATKAL')),
    channel        text        not null check (channel in ('ONLINE', 'COUNTER', 'KIOSK')),
    district       text        not null,
    block          text        not null,
    applicant_name text        not null,
    father_name    text        not null,
    mobile         text        not null,
    aadhaar        text        not null,
    submitted_at   timestamptz not null,
    completed_at   timestamptz,
    status         text        not null check (status in ('SUBMITTED', 'UNDER_PROCESS', 'DISPOSED', 'REJECTED')),
    disposed_at    timestamptz,
    due_date       date,
    updated_at     timestamptz not null,
    district_code  text        not null,
    block_code     text        not null,
    primary key (application_no, updated_at)
);
create index application_version_in_change_order on rtps.application_version (updated_at, application_no);
comment on table rtps.application_version is
    'Every version of an application. District and block code are the truth behind the names and are never served.';

create table rtps.total (
    total_no      text        primary key, -- day/service/district code
    day           date        not null,
    service_code  text        not null,
    district      text        not null,
    district_code text        not null,
    received      integer     not null,
    disposed      integer     not null,
    pending       integer     not null,
    updated_at    timestamptz not null
);
create index total_in_change_order on rtps.total (updated_at, total_no);
create index total_by_day on rtps.total (day, total_no);
comment on table rtps.total is 'What the portal itself counts per day, service and district; disposed includes rejected.';

-- hrms --------------------------------------------------------------------------------------------------------------

create table hrms.salary_case_version (
    case_no       text        not null,
    employee_code text        not null,
    employee_name text        not null,
    mobile        text        not null,
    ddo_code      text        not null,
    district_name text        not null,
    office        text        not null,
    reason        text        not null,
    registered_on date        not null,
    resolved_on   date,
    status        text        not null check (status in ('OPEN', 'RESOLVED', 'REJECTED')),
    changed_at    timestamptz not null,
    district_code text        not null,
    primary key (case_no, changed_at)
);
create index salary_case_in_change_order on hrms.salary_case_version (changed_at, case_no);
comment on table hrms.salary_case_version is 'Generated. Every version of a salary case.';

create table hrms.posting_version (
    posting_no    text        not null,
    employee_code text        not null,
    employee_name text        not null,
    post_code     text        not null,
    post_name     text        not null,
    district_name text        not null,
    from_date     date        not null,
    to_date       date,
    changed_at    timestamptz not null,
    district_code text        not null,
    primary key (posting_no, changed_at)
);
create index posting_in_change_order on hrms.posting_version (changed_at, posting_no);
comment on table hrms.posting_version is 'Generated. Every version of a posting.';

-- cpgrams -----------------------------------------------------------------------------------------------------------

create table cpgrams.grievance_version (
    id                   text        not null, -- served as _id
    registration_no      text        not null,
    user_code            text        not null, -- served as UserCode
    org_code             text        not null,
    state                text        not null,
    dist_name            text        not null,
    pincode              text        not null,
    sex                  text        not null,
    category             bigint      not null, -- served as CategoryV7
    diary_date           timestamptz not null, -- served as DiaryDate
    recvd_date           timestamptz not null,
    closing_date         timestamptz,
    resolution_date      timestamptz,
    subject_content_text text        not null,
    remarks_text         text,
    v7_target            text        not null check (v7_target in ('Yes', 'No')),
    complainant_name     text        not null,
    mobile               text        not null,
    last_updated         timestamptz not null, -- whole milliseconds
    district_code        text        not null,
    primary key (registration_no, last_updated)
);
create index grievance_in_change_order on cpgrams.grievance_version (last_updated, registration_no);
comment on table cpgrams.grievance_version is 'Generated. Every version of a grievance.';

create table cpgrams.action_history (
    registration_no text        not null,
    action_srno     int         not null,
    action_status   int         not null, -- 50: the officer's disposal; 10: forwarded
    complaint_no    text        not null,
    date_of_action  timestamptz not null,
    idempotency_key text        not null unique,
    body            jsonb       not null,
    primary key (registration_no, action_srno)
);
comment on table cpgrams.action_history is 'What the state''s offices reported of a grievance, once per idempotency key.';

-- cmdashboard -------------------------------------------------------------------------------------------------------

create table cmdashboard.scheme (
    scheme_no  text        primary key,
    sector     text        not null,
    department text        not null,
    project    text        not null,
    kpi_code   text        not null,
    name_en    text        not null,
    name_hi    text        not null,
    ranked     boolean     not null,
    updated_at timestamptz not null
);
comment on table cmdashboard.scheme is 'Generated. The schemes on the dashboard, 67 of them ranked.';

create table cmdashboard.received (
    idempotency_key text        primary key,
    body            jsonb       not null,
    receipt         text        not null,
    received_at     timestamptz not null
);
comment on table cmdashboard.received is 'What the dashboard was given, once per idempotency key.';

-- vikasmission ------------------------------------------------------------------------------------------------------

create table vikasmission.received (like cmdashboard.received including all);
comment on table vikasmission.received is 'POP scores that the mission was given, once per idempotency key.';

-- truth -------------------------------------------------------------------------------------------------------------

create table truth.place (
    code    text primary key,
    level   text not null check (level in ('state', 'division', 'district', 'subdivision', 'block', 'circle', 'ulb')),
    name_en text not null,
    name_hi text,
    parent  text references truth.place
);

create table truth.holiday (
    day   date not null,
    name  text not null,
    class text not null check (class in ('NI_ACT', 'GENERAL_EXEC', 'RESTRICTED', 'BANK_ONLY')),
    primary key (day, name, class)
);

create table truth.setting (
    name  text primary key,
    value text not null
);
comment on table truth.setting is 'as-of, seed and scale of the fill; filled = true once it is complete.';

create table truth.faulty (
    portal    text not null,
    stream    text not null,
    source_id text not null,
    fault     text not null,
    primary key (portal, stream, source_id, fault)
);
comment on table truth.faulty is 'Rows that a fault switch added and that nobody should count.';
