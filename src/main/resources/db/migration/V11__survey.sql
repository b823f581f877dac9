-- One day's contacts of the survey, asked together.
create table wave (
  id          uuid primary key,
  day         date not null unique,
  state       text not null check (state in ('PLANNED', 'HELD', 'WITHDRAWN', 'SENDING', 'REMINDED', 'CLOSED')),
  started_by  text not null,
  planned_at  timestamptz not null,
  released_by text,
  sent_at     timestamptz,
  closed_at   timestamptz,
  contacts    integer not null,
  asked       integer not null,
  excluded    integer not null,
  unusual     text
);

-- A contact of a wave that is not asked, and why. A contact has an exclusion or a question, never both.
create table exclusion (
  contact_id uuid primary key,
  wave_id    uuid not null references wave,
  reason     text not null
);
create index exclusion_wave on exclusion (wave_id);

-- Every distinct input of the wave as the decision table judged it, once.
create table eligibility_ruling (
  wave_id  uuid not null references wave,
  module   text not null,
  business text not null,
  line     text not null,
  minor    boolean not null,
  opted_out boolean not null,
  unit_known boolean not null,
  recently_asked boolean not null,
  ask      boolean not null,
  reason   text not null,
  contacts integer not null,
  primary key (wave_id, module, business, line, minor, opted_out, unit_known, recently_asked)
);
create table survey_plan (
  wave_id      uuid not null references wave,
  module       text not null,
  business     text not null,
  text         text not null,
  reminder     text not null,
  reply_window text not null,
  remind_after text not null,
  contacts     integer not null,
  primary key (wave_id, module, business)
);
