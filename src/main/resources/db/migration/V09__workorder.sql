-- One matter that a unit must put right. The version guards against two people changing it at once.
create table work_order (
  id                 uuid primary key,
  complaint_id       uuid not null unique,
  number             text not null unique,
  person_id          uuid not null,
  line_id            uuid,
  category           text not null,
  severity           text not null check (severity in ('ORDINARY', 'SERIOUS', 'GRAVE')),
  respondent_unit    text,
  respondent_officer text,
  handling_unit      text,
  executing_unit     text,
  round              integer not null default 1,
  returns            integer not null default 0,
  state              text not null check (state in ('OPENED', 'DISPATCHED', 'VERIFYING', 'RECTIFYING', 'ASKED', 'CLOSED')),
  verdict            text check (verdict in ('FOUNDED', 'PARTLY', 'UNFOUNDED')),
  score              integer check (score between 0 and 100),
  outcome            text check (outcome in ('SATISFIED', 'UNFOUNDED', 'NO_ANSWER', 'FINAL_DISPOSAL')),
  opened_at          timestamptz not null,
  closed_at          timestamptz,
  version            integer not null default 0,
  check ((state = 'CLOSED') = (closed_at is not null)),
  check ((state = 'CLOSED') = (outcome is not null))
);
create index work_order_person on work_order (person_id);

-- What was done, by whom, in which round, with whose words: the order's own story.
create table work_order_step (
  id            uuid primary key,
  work_order_id uuid not null references work_order,
  round         integer not null,
  step          text not null,
  done_at       timestamptz not null,
  done_by       text not null,
  unit_code     text,
  outcome       text not null,
  words_id      uuid
);
create index work_order_step_order on work_order_step (work_order_id, done_at);
