-- People and setup are chained from here on: the first program to open the ledger after this chains what it finds.

insert into rows_anew (name, taken_until) select 'register', 0 where exists (select 1 from person) or exists (select 1 from unit);
