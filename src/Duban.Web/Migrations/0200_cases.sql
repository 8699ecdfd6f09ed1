-- What lists and counters read; every row can be built again from the events.

create table cases (
    jurisdiction text not null,
    case_id text not null,
    version bigint not null,
    number text,
    campaign text,
    title text not null,
    description text not null,
    place text not null,
    sector text not null,
    level text,
    stage text not null,
    awaits text,
    open smallint not null,            -- 1 until struck off, long-term, merged or void
    round integer not null,
    relapses integer not null,
    unit_id text,
    unit_path text,                    -- null while nobody holds it
    area text,                         -- the county, park or bureau below the city that answers for it
    request text,                      -- the side track that waits for a decision
    paused smallint not null,
    node_due date,
    total_due date,
    due_words text,
    proposed_due date,                 -- what the imported list names, before it is handed over
    due_sort date not null,            -- the worse of both clocks; far away without one
    red_on date,
    orange_on date,
    yellow_on date,
    since date not null,
    last_progress date,
    review_on date,
    longitude double precision,
    latitude double precision,
    text_id bigint not null,
    updated_at timestamptz not null,
    primary key (jurisdiction, case_id)
);
create index cases_due on cases (jurisdiction, open, due_sort, case_id);
create index cases_area_due on cases (jurisdiction, area, open, due_sort, case_id);
create index cases_area_stage on cases (jurisdiction, area, stage, due_sort, case_id);
create index cases_stage on cases (jurisdiction, stage, due_sort, case_id);
create index cases_campaign on cases (jurisdiction, campaign, open, due_sort, case_id);
create index cases_text on cases (text_id);

create table case_tallies (
    jurisdiction text not null,
    campaign text not null,
    area text not null,                -- empty while nobody has it
    stage text not null,
    count bigint not null,
    primary key (jurisdiction, campaign, area, stage)
);

-- One assignment slip for each unit of a batch hand-over; its text is the events'.
create table slips (
    jurisdiction text not null,
    slip_id text not null,             -- as it stands in an address, e.g. AQ-2021-9
    number text not null,              -- as it stands on paper
    campaign text not null,
    unit_id text not null,
    unit_path text not null,
    handed_on date not null,
    sign_by date not null,
    contact text,
    cases bigint not null,
    handed_by text not null,
    primary key (jurisdiction, slip_id)
);
create index slips_handed on slips (jurisdiction, campaign, handed_on);

create table slip_cases (
    jurisdiction text not null,
    slip_id text not null,
    position integer not null,
    case_id text not null,
    primary key (jurisdiction, slip_id, position)
);
