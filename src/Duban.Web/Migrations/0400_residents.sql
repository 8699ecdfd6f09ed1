-- What residents are given and what they say; only references of it stand in the ledger.

create table survey_codes (
    jurisdiction text not null,
    hash text not null,                -- HMAC-SHA-256 of the code under the installation's key; the code itself is kept nowhere
    case_id text not null,
    round integer not null,
    reference text not null,           -- what the ledger knows it by; random, so that no sheet's order tells who answered what
    answer_by date not null,
    voided_at timestamptz,
    answered_at timestamptz,
    primary key (jurisdiction, hash)
);
create index survey_codes_case on survey_codes (jurisdiction, case_id, round);

-- Codes that were just made, sealed until they are printed, for whoever drew them; emptied after a day.
create table survey_sheets (
    jurisdiction text not null,
    sheet_id text not null,
    case_id text not null,
    round integer not null,
    codes integer not null,
    drawn_by text not null,
    drawn_at timestamptz not null,
    sealed text,
    primary key (jurisdiction, sheet_id)
);
create index survey_sheets_case on survey_sheets (jurisdiction, case_id, round);
create index survey_sheets_age on survey_sheets (jurisdiction, drawn_at);

-- A resident's words and contact behind a reference of the ledger: they can be erased, the fact cannot.
create table resident_words (
    jurisdiction text not null,
    case_id text not null,
    reference text not null,
    kind text not null,                -- survey or objection
    words text,
    contact text,
    said_at timestamptz not null,
    erased_at timestamptz,
    erased_by text,
    primary key (jurisdiction, case_id, reference)
);
