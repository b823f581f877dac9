-- Interviews and joint meetings: who sat at the table, what was said, who signed it, and what has to be done.
create table gathering (
  id          uuid primary key,
  matter_id   uuid not null,
  round       integer not null,
  kind        text not null check (kind in ('INTERVIEW', 'MEETING')),
  meets_at    timestamptz not null,
  place_id    uuid,
  agenda_id   uuid,
  held_at     timestamptz,
  led_by      text not null,
  recorded_by text check ((held_at is null) = (recorded_by is null)),
  minutes_id  uuid check ((held_at is null) = (minutes_id is null))
);
create index gathering_matter on gathering (matter_id);

create table gathering_unit (
  gathering_id uuid not null references gathering,
  unit_code    text not null,
  -- The order in which they are named.
  place        integer not null,
  attended     boolean,
  signature    text check (signature in ('AGREE', 'DISSENT')),
  signed_by    text check ((signature is null) = (signed_by is null)),
  signed_at    timestamptz check ((signature is null) = (signed_at is null)),
  primary key (gathering_id, unit_code)
);

create table duty (
  id           uuid primary key,
  gathering_id uuid not null references gathering,
  matter_id    uuid not null,
  round        integer not null,
  unit_code    text not null,
  words_id     uuid not null,
  due_at       timestamptz not null,
  state        text not null check (state in ('PROPOSED', 'AGREED', 'DONE', 'SETTLED'))
);
create index duty_gathering on duty (gathering_id);
create index duty_matter on duty (matter_id);

do $$
declare
  kept text;
begin
  foreach kept in array array['gathering', 'gathering_unit', 'duty']
  loop
    execute format('alter table %I enable row level security', kept);
    execute format('create policy work on %I to "${application}" using (true) with check (true)', kept);
    execute format('grant select on %I to minyi_onlooker', kept);
  end loop;
end
$$;
create policy look on gathering for select to minyi_onlooker using (
  exists (select from complaint c where c.id = matter_id));
create policy look on gathering_unit for select to minyi_onlooker using (
  exists (select from gathering g where g.id = gathering_id));
create policy look on duty for select to minyi_onlooker using (
  exists (select from complaint c where c.id = matter_id));
