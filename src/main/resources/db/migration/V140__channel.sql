-- The mail outbox. WAITING, SENDING (leased: whoever holds a mail longer than the lease has lost it), then ACCEPTED by the
-- mail server, REFUSED for good, or BOUNCED after all. A mail is sent until somebody answers for it: at least once.
create table mail (
  id            uuid primary key,
  -- The order in which mails leave.
  place         bigint generated always as identity,
  recipients    text[] not null,
  copies        text[] not null,
  subject       text not null,
  body          text not null,
  state         text not null default 'WAITING'
                check (state in ('WAITING', 'SENDING', 'ACCEPTED', 'REFUSED', 'BOUNCED')),
  put_at        timestamptz not null,
  due_at        timestamptz not null,
  -- Moves with every claim: what an earlier holder says of the mail is not heard any more.
  claims        integer not null default 0,
  tries         integer not null default 0,
  -- What became of an earlier try nobody knows: whoever gets it again is told so.
  unsure        boolean not null default false,
  trouble_since timestamptz,
  lease_until   timestamptz,
  moved_at      timestamptz not null,
  -- An SMTP code, or a word of ours; never what a server wrote.
  reason        text
);
create index mail_queue on mail (place) where state in ('WAITING', 'SENDING');

-- While the mail server is away nothing is tried, on no node.
create table mail_pause (
  one    boolean primary key default true check (one),
  until  timestamptz not null,
  pauses integer not null
);
insert into mail_pause (until, pauses) values ('-infinity', 0);
