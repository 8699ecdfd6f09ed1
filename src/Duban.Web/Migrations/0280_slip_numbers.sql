-- Slips are found by their number however it is typed; hand-overs from before single ones had slips get theirs. Both only a program can tell: rows are made anew.

alter table slips add column number_key text not null default '';
create index slips_number on slips (jurisdiction, number_key);
insert into rows_anew (name, taken_until) select 'cases', 0 where exists (select 1 from cases) on conflict do nothing;
