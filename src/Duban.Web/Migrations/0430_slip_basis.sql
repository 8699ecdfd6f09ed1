-- What the hand-over rests on stands on the slip as well.

alter table slips add column basis text;
