-- What supervision did about a matter: who, in which round, with what outcome and whose words.
create table supervision_step (
  id        uuid primary key,
  matter_id uuid not null,
  round     integer not null,
  step      text not null,
  done_at   timestamptz not null,
  done_by   text not null,
  -- Whom it was about.
  unit_code text,
  outcome   text not null,
  words_id  uuid
);
create index supervision_step_matter on supervision_step (matter_id, done_at);

-- What a unit was reminded of, once a day at most.
create table digest (
  unit_code text not null,
  day       date not null,
  made_at   timestamptz not null,
  -- The mail it went out with.
  mail_id   uuid not null unique,
  primary key (unit_code, day)
);
create table digest_line (
  unit_code   text not null,
  day         date not null,
  deadline_id uuid not null,
  level       text not null,
  due_at      timestamptz not null,
  primary key (unit_code, day, deadline_id),
  foreign key (unit_code, day) references digest
);
create index digest_line_deadline on digest_line (deadline_id);

do $$
declare
  kept text;
begin
  foreach kept in array array['supervision_step', 'digest_line']
  loop
    execute format('alter table %I enable row level security', kept);
    execute format('create policy work on %I to "${application}" using (true) with check (true)', kept);
    execute format('grant select on %I to minyi_onlooker', kept);
  end loop;
end
$$;
create policy look on supervision_step for select to minyi_onlooker using (
  exists (select from complaint c where c.id = matter_id));
create policy look on digest_line for select to minyi_onlooker using (
  exists (select from deadline d where d.id = deadline_id));
