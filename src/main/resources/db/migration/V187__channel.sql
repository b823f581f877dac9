-- A mail to a citizen names where and what it says by ids alone; both are sealed and looked up when it leaves.
alter table mail add column mailbox_id uuid, add column words_id uuid;
alter table mail add constraint mail_addressed check (
  (mailbox_id is null) = (words_id is null) and (mailbox_id is null or (recipients = '{}' and body = '')));

-- The letter box: one node reads it at a time, and when it was last read stands here.
create table letter_box (
  one        boolean primary key default true check (one),
  held_until timestamptz not null,
  read_at    timestamptz,
  -- Since when it cannot be read; null while it can.
  away_since timestamptz,
  taken      bigint not null default 0
);
insert into letter_box (held_until) values ('-infinity');

-- What came and is no citizen's letter: an answer of a machine, a newsletter, what is too large to be read. It lies in the
-- mailbox, set aside; who wrote it is not kept here.
create table letter_aside (
  id      uuid primary key,
  what    text not null unique,
  why     text not null,
  came_at timestamptz not null
);
create index letter_aside_came on letter_aside (came_at);
