-- What was imported from which file, so that the same list makes no case twice.

create table imports (
    jurisdiction text not null,
    import_id text not null,
    campaign text not null,
    file text not null,
    sha256 text not null,
    rows bigint not null,
    created bigint not null,
    duplicates bigint not null,
    kept_back bigint not null,
    imported_by text not null,
    imported_at timestamptz not null,
    primary key (jurisdiction, import_id)
);

create table import_rows (
    jurisdiction text not null,
    campaign text not null,
    fingerprint text not null,         -- of unit, site, description and sector, never of the serial number
    case_id text not null,
    import_id text not null,
    primary key (jurisdiction, campaign, fingerprint)
);

create table column_mappings (
    jurisdiction text not null,
    signature text not null,           -- of the header's words
    body text not null,
    saved_by text not null,
    saved_at timestamptz not null,
    primary key (jurisdiction, signature)
);
