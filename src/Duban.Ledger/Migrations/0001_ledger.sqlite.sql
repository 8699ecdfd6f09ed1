-- Facts, their chains and what leaves the house with them.

create table jurisdictions (
    jurisdiction text not null primary key,
    recorded_on text not null, -- the day the writer dates events with; only moves forward
    hash text not null         -- the function the chains are made with
) without rowid, strict;

create table events (
    sequence integer primary key,
    jurisdiction text not null,
    stream text not null,
    version integer not null,
    id text not null,
    at text not null,
    recorded_on text not null,
    signed_by text not null,
    on_behalf_of text,
    node text not null,
    cause text,
    type text not null,
    type_version integer not null,
    payload text not null,
    hash blob not null,
    unique (jurisdiction, stream, version)
) strict;

create table heads (
    jurisdiction text not null,
    stream text not null,
    version integer not null,
    hash blob not null,
    primary key (jurisdiction, stream)
) without rowid, strict;

create table seals (
    jurisdiction text not null,
    day text not null,
    heads integer not null,
    previous blob not null,
    root blob not null,
    last_sequence integer not null, -- where the next day's events begin; not part of the root
    sealed_at text not null,
    primary key (jurisdiction, day)
) without rowid, strict;

create table outbox (
    id integer primary key autoincrement,
    jurisdiction text not null,
    topic text not null,
    payload text not null,
    created_at text not null,
    due_at text not null,
    lease text,
    attempts integer not null default 0,
    fault text
) strict;
create index outbox_due on outbox (due_at);

create table once (
    jurisdiction text not null,
    key text not null,
    request_hash blob not null,
    answer blob not null,
    at text not null,
    primary key (jurisdiction, key)
) without rowid, strict;

create trigger events_are_never_changed before update on events
begin select raise(abort, 'events are append-only: a correction is an event'); end;
create trigger events_are_never_deleted before delete on events
begin select raise(abort, 'events are append-only: a correction is an event'); end;
create trigger seals_are_never_changed before update on seals
begin select raise(abort, 'seals are append-only'); end;
create trigger seals_are_never_deleted before delete on seals
begin select raise(abort, 'seals are append-only'); end;
