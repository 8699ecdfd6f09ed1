-- The words of a row end between characters, where a halved one was kept as none: rows are made anew.

insert into rows_anew (name, taken_until) select 'cases', 0 where exists (select 1 from cases) on conflict do nothing;
