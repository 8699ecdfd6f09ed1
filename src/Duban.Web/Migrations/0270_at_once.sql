-- The time given to what is to be fixed at once, e.g. '3 working'; null for everything else. What was handed over before has none: no row is to be made anew.

alter table cases add column at_once text;
