-- What people report without an account, outside the ledger: an erased report loses its row here, and with it its number.

create table resident_reports (
    jurisdiction text not null,
    case_id text not null,             -- the lead it began
    hash text not null,                -- HMAC-SHA-256 of the number under the installation's key; the number itself is kept nowhere
    unit_id text not null,             -- township, county or park
    place text not null,
    longitude double precision,
    latitude double precision,
    datum text,
    primary key (jurisdiction, case_id)
);
create unique index resident_reports_hash on resident_reports (jurisdiction, hash);

-- Made small before they are kept, without what the camera notes of its owner; here and not among the evidence, so that erasing them is erasing.
create table report_photos (
    jurisdiction text not null,
    case_id text not null,
    position integer not null,
    taken_on date,
    content bytea not null,
    primary key (jurisdiction, case_id, position)
);

-- An objection is looked up by its own number, whatever case it belongs to.
create index resident_words_reference on resident_words (jurisdiction, reference);

-- Struck-off cases whose reporters say they are not: few, whatever the ledger holds.
create index cases_not_fixed on cases (jurisdiction, due_sort, case_id) where request = 'not_fixed';
