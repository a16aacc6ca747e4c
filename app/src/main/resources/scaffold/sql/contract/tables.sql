-- What the reading role sees. Names and mobiles are not even read.
create table case_change (
    case_no        text not null,
    applicant_name text,
    mobile         text,
    district       text not null,
    filed_on       timestamptz not null,
    decided_on     timestamptz,
    status         text not null,
    changed_at     timestamptz not null
);
