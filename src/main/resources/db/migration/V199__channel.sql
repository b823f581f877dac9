-- How many letters became matters since then: a flood of them waits in its mailbox, and nobody's desk is buried.
alter table letter_box
  add column counted_from timestamptz not null default '-infinity',
  add column counted      integer not null default 0;
