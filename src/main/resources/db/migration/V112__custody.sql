-- Who asked the custodian whom a matter is from, why, and what was decided. A grant holds until granted_until and for one
-- person alone.
create table identity_request (
  id                uuid primary key,
  matter_id         uuid not null,
  person_id         uuid not null,
  asked_by          text not null,
  asked_at          timestamptz not null,
  -- Why, and why or why not: the words themselves are citizen's to keep.
  words_id          uuid not null,
  state             text not null default 'ASKED' check (state in ('ASKED', 'GRANTED', 'REFUSED')),
  decided_by        text check ((state = 'ASKED') = (decided_by is null)),
  decided_at        timestamptz check ((state = 'ASKED') = (decided_at is null)),
  decision_words_id uuid,
  granted_until     timestamptz check ((state = 'GRANTED') = (granted_until is not null)),
  check (decided_by <> asked_by)
);
create index identity_request_matter on identity_request (matter_id, asked_by);
-- One question at a time.
create unique index identity_request_open on identity_request (matter_id, asked_by) where state = 'ASKED';

alter table identity_request enable row level security;
create policy work on identity_request to "${application}" using (true) with check (true);
create policy look on identity_request for select to minyi_onlooker using (
  asked_by = (select viewer())
  or (select reads_everything(viewer()))
  or exists (select from member_role where user_id = (select viewer()) and role = 'CUSTODIAN'));
grant select on identity_request to minyi_onlooker;

-- Until when the custodian decides stands beside the request.
create policy custody on deadline for select to minyi_onlooker using (
  exists (select from identity_request r where r.id = matter_id));
