-- What somebody handed in with their words: a photograph, a letter. Its name and what is in it are sealed, and null once
-- forgotten; that there was one, of which kind and how large, stays.
create table citizen.attachment (
  id        uuid primary key,
  person_id uuid not null references citizen.person,
  kept_at   timestamptz not null,
  kind      text not null,
  -- Of what is in it, in bytes.
  size      integer not null check (size > 0),
  name      bytea,
  content   bytea
);
create index attachment_person on citizen.attachment (person_id);
-- Sealed bytes look like noise: to squeeze them costs time and saves nothing.
alter table citizen.attachment alter column content set storage external;
