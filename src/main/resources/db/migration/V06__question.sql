-- Questions asked together: a wave's, or a single one. What holds for all of them is kept once.
create table asking (
  batch_id    uuid primary key,
  state       text not null check (state in ('PLANNED', 'ASKED', 'CLOSED', 'WITHDRAWN')),
  planned_at  timestamptz not null,
  asked_at    timestamptz,
  closes_at   timestamptz,
  reminded_at timestamptz,
  closed_at   timestamptz
);

-- The texts of a batch, once each; {code} stands for the reply code. An empty reminder reminds nobody.
create table question_text (
  batch_id uuid not null references asking,
  number   smallint not null,
  text     text not null,
  reminder text not null,
  primary key (batch_id, number)
);

-- One question to one person about one subject in one round. Its own SMS carries the question's id. On a line the
-- questions are numbered for ever; the reply code follows from that number, so it returns only after 89 others.
-- No index over what an answer changes: an answer touches no index (HOT).
create table question (
  id          uuid primary key,
  subject     text not null check (subject in ('CONTACT', 'WORK_ORDER')),
  subject_id  uuid not null,
  round       integer not null,
  batch_id    uuid not null,
  text_number smallint not null,
  person_id   uuid not null,
  line_id     uuid not null,
  ordinal     integer not null,
  code        smallint not null check (code between 10 and 99),
  reminder_id uuid,
  state       text not null default 'OPEN' check (state in ('OPEN', 'ANSWERED', 'SILENT', 'UNDELIVERED', 'UNKNOWN',
              'WITHDRAWN')),
  answer      text check (answer in ('SATISFIED', 'HALF', 'DISSATISFIED')),
  via         text check (via in ('SMS', 'PHONE')),
  words_id    uuid,
  answered_at timestamptz,
  check ((state = 'ANSWERED') = (answer is not null))
) with (fillfactor = 70);
create unique index question_subject on question (subject_id, subject, round);
create unique index question_line on question (line_id, ordinal);
create index question_batch on question (batch_id, id);
create index question_person on question (person_id);

-- Every reply, stored before the operator is told it arrived, and what became of it.
create table reply (
  id           uuid primary key,
  operator_ref text not null unique,
  line_id      uuid not null,
  extension    text not null,
  code         smallint,
  lettered     boolean not null,
  digit        smallint,
  words_id     uuid,
  -- Nothing but thanks.
  courtesy     boolean not null default false,
  received_at  timestamptz not null,
  state        text not null check (state in ('STORED', 'APPLIED', 'EARLY', 'SET_ASIDE', 'LATE', 'REPEATED', 'CONTRADICTORY',
               'AMBIGUOUS', 'UNMATCHED', 'UNREADABLE', 'OPT_OUT')),
  question_id  uuid,
  due_at       timestamptz,
  -- How often what follows from it failed.
  tries        smallint not null default 0
);
create index reply_due on reply (due_at) where due_at is not null;
create index reply_line on reply (line_id);
