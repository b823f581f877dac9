-- Contacts asked together, usually one day's; its questions are the batch of the same id.
create table wave (
  id          uuid primary key,
  day         date not null,
  state       text not null check (state in ('PLANNED', 'HELD', 'WITHDRAWN', 'SENT', 'REMINDED', 'STOPPED', 'CLOSED')),
  started_by  text not null,
  planned_at  timestamptz not null,
  released_by text,
  -- Why the second person released or withdrew it: the words themselves are citizen's to keep.
  release_words_id uuid,
  sent_at     timestamptz,
  remind_at   timestamptz,
  closes_at   timestamptz,
  closed_at   timestamptz,
  contacts    integer not null,
  asked       integer not null,
  excluded    integer not null,
  unusual     text,
  -- Who stopped it on its way, when, and why: the words themselves are citizen's to keep.
  stopped_by    text,
  stopped_at    timestamptz,
  stop_words_id uuid
);
create index wave_day on wave (day);

-- A contact of a wave that is not asked, and why. A contact has an exclusion or a question, never both.
create table exclusion (
  contact_id uuid primary key,
  wave_id    uuid not null references wave,
  reason     text not null
);
create index exclusion_wave on exclusion (wave_id);

-- Every distinct input of the wave as the decision table judged it, once.
create table eligibility_ruling (
  wave_id        uuid not null references wave,
  module         text not null,
  business       text not null,
  line           text not null,
  minor          boolean not null,
  opted_out      boolean not null,
  unit_known     boolean not null,
  recently_asked boolean not null,
  ask            boolean not null,
  reason         text not null,
  contacts       integer not null,
  primary key (wave_id, module, business, line, minor, opted_out, unit_known, recently_asked)
);
create table survey_plan (
  wave_id       uuid not null references wave,
  module        text not null,
  business      text not null,
  text          text not null,
  reminder      text not null,
  reply_window  text not null,
  remind_after  text not null,
  silent_sample integer not null,
  contacts      integer not null,
  primary key (wave_id, module, business)
);

-- Contacts about which a person phones because no SMS could settle it: once each, with the first reason there was.
create table phone_question (
  contact_id uuid primary key,
  wave_id    uuid not null,
  reason     text not null check (reason in ('SILENT_SAMPLE', 'FATE_UNKNOWN', 'UNCLEAR_REPLY')),
  opened_at  timestamptz not null
);
create index phone_question_wave on phone_question (wave_id);
