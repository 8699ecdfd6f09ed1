-- In whose hands a case is, and since when: a delay is counted against whoever must act. A later round is planned anew, and a notice is due when it can be ended.

alter table cases add column hand text;         -- office, unit, leader, approver, verifier, residents, public, acceptor; null at an end
alter table cases add column hand_since date;
alter table cases add column hand_until date;   -- the last day it stays with residents or the public; from the next it is the office's
create index cases_hand_until on cases (jurisdiction, hand_until) where hand_until is not null;

drop table case_tallies;
create table case_tallies (
    jurisdiction text not null,
    campaign text not null,            -- empty for a lead
    area text not null,                -- empty while nobody has it
    stage text not null,
    awaits text not null,              -- empty at an end that waits for nothing
    hand text not null,                -- empty at an end
    count bigint not null,
    primary key (jurisdiction, campaign, area, stage, awaits, hand)
);

-- Rows that only their events can tell: the first program to open the ledger after this makes them again.
create table rows_anew (
    name text not null primary key,
    taken_until bigint not null        -- seconds since 1970: while it lasts, somebody is at it
);
insert into rows_anew (name, taken_until) select 'cases', 0 where exists (select 1 from cases);
