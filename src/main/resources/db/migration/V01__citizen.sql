-- Who a citizen is. Names, phones and words stand in this schema alone; every other table and the engine hold ids. The
-- one exception is sms.text: a letter to the citizen carries the reasons that a reviewer or the director wrote for them.
-- Whoever encrypts or erases words must think of it.
create schema if not exists citizen;

-- A telephone line. Its id stands for the number everywhere else. Numbers and names are compared byte by byte
-- (collation C): a city's collation would only cost time here.
create table citizen.line (
  id           uuid primary key,
  number       text collate "C" not null unique,
  kind         text not null check (kind in ('MOBILE', 'LANDLINE', 'OTHER')),
  opted_out_at timestamptz
);

-- A person as a source system told them: the same name on the same line is the same person. line_id is no foreign key:
-- checking it row by row took two fifths of the time an import spends in the database; lines are never deleted alone.
create table citizen.person (
  id      uuid primary key,
  name    text collate "C" not null,
  line_id uuid,
  minor   boolean not null default false,
  unique (line_id, name)
);

-- What somebody said or wrote about a matter, in their own words.
create table citizen.words (
  id        uuid primary key,
  person_id uuid references citizen.person,
  said_at   timestamptz not null,
  text      text not null
);

-- Every look at an identity: who looked, at whom, for which matter, what was shown.
create table citizen.look (
  id        bigint generated always as identity primary key,
  looked_at timestamptz not null,
  user_id   text not null,
  person_id uuid not null,
  matter_id uuid,
  shown     text not null check (shown in ('MASKED', 'FULL'))
);
