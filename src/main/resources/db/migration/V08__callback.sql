-- A return call: one person, one reason to speak to them, and every attempt. Round 0 is the call that follows a survey,
-- before any unit has acted; round n follows the n-th rectification.
create table return_call (
  id           uuid primary key,
  matter_id    uuid not null,
  round        integer not null,
  person_id    uuid not null,
  opened_at    timestamptz not null,
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
  outcome   text not null check (outcome in ('NO_ANSWER', 'SATISFIED', 'DISSATISFIED', 'REFUSED')),
  words_id  uuid,
  unique (call_id, number)
);

-- What the second person decided after the last attempt, and why.
create table call_verdict (
  id        uuid primary key,
  call_id   uuid not null references return_call,
  judged_at timestamptz not null,
  judged_by text not null,
  verdict   text not null check (verdict in ('UNREACHABLE', 'CALL_AGAIN')),
  words_id  uuid
);
create index call_verdict_call on call_verdict (call_id);
