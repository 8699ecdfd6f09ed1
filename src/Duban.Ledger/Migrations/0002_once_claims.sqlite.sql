-- A request under a key that is still being answered, and what a kept answer needs besides its body.

alter table once add column status integer;      -- null for an answer that was written with its facts
alter table once add column location text;
alter table once add column claim text;          -- whose request it is until it is answered; null afterwards
alter table once add column claimed_until text;
alter table once add column begun integer;       -- 1 from the first writing of the act on, in that writing's transaction
