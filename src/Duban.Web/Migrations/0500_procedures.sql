-- How campaigns walk their cases, and the working days a city changed.

create table procedures (
    jurisdiction text not null,
    code text not null,
    version integer not null,
    body text not null,                -- the JSON that ProcedureFile reads
    added_by text not null,
    added_at timestamptz not null,
    primary key (jurisdiction, code, version)
);

create table campaigns (
    jurisdiction text not null,
    code text not null,
    name_zh text not null,
    name_en text not null,
    procedure_code text not null,
    procedure_version integer not null,
    office text not null,
    from_day date not null,
    until_day date,
    slip_pattern text not null,
    next_number bigint not null,       -- a hint; the first version of a stream decides
    next_slip bigint not null,
    primary key (jurisdiction, code)
);

create table calendar_years (
    jurisdiction text not null,
    year integer not null,
    body text not null,                -- the JSON that CalendarYearFile reads
    changed_by text not null,
    changed_at timestamptz not null,
    primary key (jurisdiction, year)
);
