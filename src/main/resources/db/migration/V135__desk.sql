-- Units and people who have a part in a matter besides the units that have its order: invited to a joint meeting, given a
-- duty, held responsible. They see it as units do, and may be offered tasks of it.
create table party (
  matter_id uuid not null,
  unit_code text not null default '',
  user_id   text not null default '',
  part      text not null check (part in ('RESPONDENT', 'MEETING', 'DUTY', 'ADDRESSEE')),
  since     timestamptz not null,
  check ((unit_code = '') <> (user_id = '')),
  primary key (matter_id, unit_code, user_id, part)
);
create index party_unit on party (unit_code) where unit_code <> '';
create index party_user on party (user_id) where user_id <> '';
alter table party enable row level security;
create policy work on party to "${application}" using (true) with check (true);
