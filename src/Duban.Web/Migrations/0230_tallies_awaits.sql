-- Tallies also know which step is awaited, so that every list of waiting cases has its number.

drop table case_tallies;
create table case_tallies (
    jurisdiction text not null,
    campaign text not null,            -- empty for a lead
    area text not null,                -- empty while nobody has it
    stage text not null,
    awaits text not null,              -- empty at an end that waits for nothing
    count bigint not null,
    primary key (jurisdiction, campaign, area, stage, awaits)
);
insert into case_tallies (jurisdiction, campaign, area, stage, awaits, count)
select jurisdiction, coalesce(campaign, ''), coalesce(area, ''), stage, coalesce(awaits, ''), count(*) from cases
group by jurisdiction, coalesce(campaign, ''), coalesce(area, ''), stage, coalesce(awaits, '');
