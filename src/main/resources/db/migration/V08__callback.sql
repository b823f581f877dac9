-- A return call: one person, one reason to speak to them, and every attempt.
create table return_call (
  id           uuid primary key,
  matter_id    uuid not null,
  round        integer not null,
  person_id    uuid not null,
  opened_at    timestamptz not null,
  attempts     integer not null default 0,
  outcome      text check (outcome in ('SATISFIED', 'DISSATISFIED', 'REFUSED', 'UNREACHABLE')),
  reason       text,
  concluded_at timestamptz,
  unique (matter_id, round)
);
create index return_call_person on return_call (person_id);

create table call_attempt (
  id        uuid primary key,
  call_id   uuid not null references return_call,
  number    integer not null,
  called_at timestamptz not null,
  caller    text not null,
  outcome   text not null,
  words_id  uuid,
  unique (call_id, number)
);
