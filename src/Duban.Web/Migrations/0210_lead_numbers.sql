-- A lead keeps its stream when it gets a number; those few are found by either.
create index cases_lead_number on cases (jurisdiction, number) where number <> case_id;
