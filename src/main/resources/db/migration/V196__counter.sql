-- What a citizen holds in hand to ask how their matter stands: sixteen digits, of which only a keyed hash is kept.
create table receipt (
  code_hash bytea primary key,
  matter_id uuid not null,
  made_at   timestamptz not null
);
create index receipt_matter on receipt (matter_id);

-- What somebody asked about their matter, and what the case steward answered. The words are citizen's to keep.
create table enquiry (
  id              uuid primary key,
  matter_id       uuid not null,
  asked_at        timestamptz not null,
  words_id        uuid not null,
  answered_at     timestamptz,
  answered_by     text check ((answered_at is null) = (answered_by is null)),
  answer_words_id uuid check ((answered_at is null) = (answer_words_id is null))
);
create index enquiry_matter on enquiry (matter_id, asked_at);

alter table receipt enable row level security;
create policy work on receipt to "${application}" using (true) with check (true);

alter table enquiry enable row level security;
create policy work on enquiry to "${application}" using (true) with check (true);
create policy look on enquiry for select to minyi_onlooker using (
  exists (select from complaint c where c.id = matter_id));
grant select on enquiry to minyi_onlooker;
