-- What the simulated mail server keeps: the units' mailboxes. Not ours: a mail that was handed over belongs to whom it went,
-- and so do its files. Empty wherever the simulator is off.
create table simulator.mail (
  id         bigint generated always as identity primary key,
  -- A mail that was sent again comes twice under one.
  message_id text not null,
  sender     text not null,
  mailbox    text not null,
  subject    text not null,
  body       text not null,
  at         timestamptz not null
);
create index mail_mailbox on simulator.mail (mailbox, id);
create table simulator.mail_file (
  mail_id bigint not null references simulator.mail,
  place   integer not null,
  name    text not null,
  type    text not null,
  bytes   bytea not null,
  primary key (mail_id, place)
);
alter table simulator.mail_file alter column bytes set storage external;
