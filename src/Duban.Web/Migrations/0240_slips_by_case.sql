-- The slips that name a case, for the check that register and events agree.

create index slip_cases_case on slip_cases (jurisdiction, case_id);
