-- More time for a step: asked by the unit that has it, decided by the level above.
create table time_request (
  id                uuid primary key,
  deadline_id       uuid not null,
  matter_id         uuid not null,
  unit_code         text not null,
  kind              text not null check (kind in ('EXTENSION', 'PAUSE')),
  -- Working days more; or until when the clock is to stand still, and why.
  days              integer check (days > 0),
  until_at          timestamptz,
  reason            text,
  asked_by          text not null,
  asked_at          timestamptz not null,
  -- Why, and why so: the words themselves are citizen's to keep.
  words_id          uuid not null,
  state             text not null default 'ASKED' check (state in ('ASKED', 'GRANTED', 'REFUSED', 'LAPSED')),
  decided_by        text check ((state in ('GRANTED', 'REFUSED')) = (decided_by is not null)),
  decided_at        timestamptz check ((state = 'ASKED') = (decided_at is null)),
  decision_words_id uuid,
  check ((kind = 'EXTENSION') = (days is not null)),
  check ((kind = 'PAUSE') = (until_at is not null and reason is not null)),
  check (decided_by <> asked_by)
);
create index time_request_matter on time_request (matter_id);
-- One question at a time.
create unique index time_request_open on time_request (deadline_id) where state = 'ASKED';
create index time_request_deadline on time_request (deadline_id);

alter table time_request enable row level security;
create policy work on time_request to "${application}" using (true) with check (true);
create policy look on time_request for select to minyi_onlooker using (
  exists (select from complaint c where c.id = matter_id));
grant select on time_request to minyi_onlooker;
