-- What the simulated operator keeps: the threads on its customers' phones. Not ours: the operator is somebody else, so
-- it knows numbers and texts as a real one would. Empty wherever the simulator is off.
create schema if not exists simulator;
create table simulator.phone_message (
  id         bigint generated always as identity primary key,
  gateway_id text not null unique,
  phone      text not null,
  service    text not null,
  direction  text not null check (direction in ('IN', 'OUT')),
  text       text not null,
  at         timestamptz not null,
  state      text not null check (state in ('SENT', 'DELIVERED', 'RECEIVED')),
  extension  text not null
);
create index phone_message_phone on simulator.phone_message (phone, id);
create index phone_message_sent on simulator.phone_message (at) where state = 'SENT';
