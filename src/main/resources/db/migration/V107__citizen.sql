-- Whom somebody saw in full on a day: a quota for each user. A person counts once a day. Kept for a month.
create table citizen.full_look (
  user_id   text not null,
  day       date not null,
  person_id uuid not null,
  primary key (user_id, day, person_id)
);

-- What keeps a person from being anonymised: a lawsuit, an inspection. Why stands in the words.
create table citizen.hold (
  id         uuid primary key,
  person_id  uuid not null,
  matter_id  uuid,
  reason_id  uuid not null references citizen.words,
  set_at     timestamptz not null,
  set_by     text not null,
  lifted_at  timestamptz,
  lifted_by  text
);
create index hold_person on citizen.hold (person_id) where lifted_at is null;
