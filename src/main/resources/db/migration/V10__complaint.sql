-- A matter a person raised, from any channel.
create sequence matter_number;
create table complaint (
  id                 uuid primary key,
  number             text not null unique,
  title              text not null,
  channel            text not null,
  reference          text,
  kind               text not null,
  contact_id         uuid,
  person_id          uuid not null,
  line_id            uuid,
  words_id           uuid,
  business           text,
  unit_code          text,
  officer            text,
  category           text,
  severity           text not null default 'ORDINARY' check (severity in ('ORDINARY', 'SERIOUS', 'GRAVE')),
  jurisdiction       text check (jurisdiction in ('OURS', 'CONSULTATION', 'ELSEWHERE', 'WITHDRAWN')),
  respondent_unit    text,
  respondent_officer text,
  state              text not null default 'OPEN' check (state in ('OPEN', 'CLOSED', 'JOINED')),
  joined_to          uuid references complaint check ((state = 'JOINED') = (joined_to is not null)),
  raised_at          timestamptz not null,
  raised_by          text not null,
  closed_at          timestamptz check ((state = 'OPEN') = (closed_at is null)),
  outcome            text check ((state = 'CLOSED') = (outcome is not null)),
  unique (channel, reference)
);
create index complaint_person on complaint (person_id);
create index complaint_line on complaint (line_id);

-- What was decided about the matter outside its work order, by whom, with whose words.
create table complaint_step (
  id           uuid primary key,
  complaint_id uuid not null references complaint,
  step         text not null,
  done_at      timestamptz not null,
  done_by      text not null,
  outcome      text not null,
  words_id     uuid
);
create index complaint_step_complaint on complaint_step (complaint_id, done_at);

-- Earlier matters that look like this one, and why; joined only by a person.
create table duplicate_suggestion (
  complaint_id uuid not null references complaint,
  other_id     uuid not null references complaint,
  reasons      text not null,
  primary key (complaint_id, other_id)
);
