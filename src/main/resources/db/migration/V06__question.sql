-- One question to one person about one subject in one round.
create table question (
  id          uuid primary key,
  subject     text not null check (subject in ('CONTACT', 'WORK_ORDER')),
  subject_id  uuid not null,
  round       integer not null,
  batch_id    uuid not null,
  person_id   uuid not null,
  line_id     uuid not null,
  code        smallint not null check (code between 10 and 99),
  sms_id      uuid not null,
  reminder_id uuid,
  state       text not null check (state in ('PLANNED', 'ASKED', 'ANSWERED', 'SILENT', 'UNDELIVERED', 'UNKNOWN', 'WITHDRAWN')),
  answer      text check (answer in ('SATISFIED', 'HALF', 'DISSATISFIED')),
  words_id    uuid,
  answered_at timestamptz,
  asked_at    timestamptz,
  closes_at   timestamptz,
  unique (subject, subject_id, round)
);
create unique index question_open_code on question (line_id, code) where state in ('PLANNED', 'ASKED');
create index question_batch on question (batch_id);
create index question_person on question (person_id);

-- Every reply, stored before the operator is told it arrived, and what became of it.
create table reply (
  id            uuid primary key,
  operator_ref  text not null unique,
  line_id       uuid not null,
  extension     text not null,
  code          smallint,
  digit         smallint,
  words_id      uuid,
  received_at   timestamptz not null,
  state         text not null check (state in ('STORED', 'APPLIED', 'EARLY', 'LATE', 'REPEATED', 'CONTRADICTORY',
                'AMBIGUOUS', 'UNMATCHED', 'UNREADABLE', 'OPT_OUT')),
  question_id   uuid
);
create index reply_stored on reply (received_at) where state in ('STORED', 'EARLY');
create index reply_line on reply (line_id);
