-- Identities sealed: what names a person is encrypted by the application and looked up by a keyed hash. What the tables
-- held before is set aside here and sealed by the step that follows (org.minyi.citizen.SealingMigration, version 102.1),
-- which also drops it: a dropped table leaves nothing readable behind, an emptied column would.

-- Keys, themselves sealed under the master key, which is never in the database. One seals, one is for the look-up hash.
create table citizen.data_key (
  id         integer primary key,
  purpose    text not null check (purpose in ('SEAL', 'LOOKUP')),
  wrapped    bytea not null,
  made_at    timestamptz not null,
  -- From then on it opens and no longer seals.
  retired_at timestamptz
);
create unique index data_key_in_use on citizen.data_key (purpose) where retired_at is null;

alter table citizen.words drop constraint words_person_id_fkey;
alter table citizen.line rename to line_before;
alter table citizen.person rename to person_before;
alter table citizen.words rename to words_before;
alter index citizen.line_pkey rename to line_before_pkey;
alter index citizen.line_number_key rename to line_before_number_key;
alter index citizen.person_pkey rename to person_before_pkey;
alter index citizen.person_line_id_name_key rename to person_before_line_id_name_key;
alter index citizen.words_pkey rename to words_before_pkey;

-- A telephone line. Without a number it was anonymised; of one that opted out the hash stays, so that nobody asks again.
create table citizen.line (
  id           uuid primary key,
  number       bytea,
  number_hash  bytea unique,
  kind         text not null check (kind in ('MOBILE', 'LANDLINE', 'OTHER')),
  opted_out_at timestamptz
);

-- A person as a source system told them: the same name on the same line is the same person. line_id is no foreign key:
-- checking it row by row took two fifths of the time an import spends in the database; lines are never deleted alone.
create table citizen.person (
  id            uuid primary key,
  name          bytea,
  -- Keyed, over line and name: equal names of different people have different hashes. None without a line.
  name_hash     bytea,
  line_id       uuid,
  minor         boolean not null default false,
  address       bytea,
  anonymised_at timestamptz,
  unique (line_id, name_hash)
);

-- What somebody said or wrote about a matter, in their own words; null once forgotten.
create table citizen.words (
  id        uuid primary key,
  person_id uuid references citizen.person,
  said_at   timestamptz not null,
  text      bytea
);
create index words_person on citizen.words (person_id) where person_id is not null;

-- Looks are facts now (audit.fact, IDENTITY_SEEN). What an earlier version recorded stays readable where it is.
alter table citizen.look rename to look_before;
create trigger refuse before insert or update or delete or truncate on citizen.look_before
  for each statement execute function audit.refuse();
