-- Who changed what cases are walked by, and when; only added to.

create table setup_changes (
    jurisdiction text not null,
    id text not null,                  -- UUIDv7: in the order of their making
    subject text not null,             -- campaign/AQ, procedure/full/4, calendar/2027
    body text not null,                -- the whole of it as it stood from then on, JSON
    changed_by text not null,
    changed_at timestamptz not null,
    primary key (jurisdiction, id)
);
create index setup_changes_subject on setup_changes (jurisdiction, subject, id);
