-- Where official mail to a unit goes: a mailbox of the unit, no person's.
alter table unit add column mail text;
