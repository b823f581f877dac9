-- A matter a person raised, from any channel.
create sequence matter_number;
create table complaint (
  id               uuid primary key,
  number           text not null unique,
  channel          text not null,
  reference        text,
  kind             text not null,
  contact_id       uuid,
  person_id        uuid not null,
  line_id          uuid,
  words_id         uuid,
  module           text,
  business         text,
  unit_code        text,
  officer          text,
  category         text,
  severity         text,
  jurisdiction     text,
  respondent_unit    text,
  respondent_officer text,
  state            text not null,
  joined_to        uuid references complaint,
  raised_at        timestamptz not null,
  raised_by        text not null,
  closed_at        timestamptz,
  outcome          text,
  unique (channel, reference)
);
create index complaint_person on complaint (person_id);
create index complaint_line on complaint (line_id);

create table duplicate_suggestion (
  complaint_id uuid not null references complaint,
  other_id     uuid not null references complaint,
  reasons      text not null,
  primary key (complaint_id, other_id)
);
