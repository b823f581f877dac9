-- What the simulated city hotline said and heard. Not ours: what another authority keeps belongs to it. Empty wherever the
-- simulator is off.
create table simulator.peer_message (
  id         bigint generated always as identity primary key,
  message_id text not null,
  reference  text not null,
  -- OUT is from the hotline to Minyi, IN the other way.
  direction  text not null check (direction in ('OUT', 'IN')),
  sequence   integer not null,
  kind       text not null,
  message    text not null,
  at         timestamptz not null,
  -- What Minyi answered, as an HTTP status; null while it did not.
  answer     integer,
  -- How often it came or was sent.
  times      integer not null default 1
);
create unique index peer_message_once on simulator.peer_message (direction, message_id);
create index peer_message_reference on simulator.peer_message (reference, id);
