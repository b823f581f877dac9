-- Leaders supervise matters: what they hold, and what the unit answers until they are content.
create table opinion (
  id        uuid primary key,
  matter_id uuid not null,
  raised_by text not null,
  raised_at timestamptz not null,
  -- The unit that answers.
  unit_code text not null,
  words_id  uuid not null,
  state     text not null default 'RAISED' check (state in ('RAISED', 'ANSWERED', 'SETTLED'))
);
create index opinion_matter on opinion (matter_id);
-- One at a time for each leader.
create unique index opinion_open on opinion (matter_id, raised_by) where state <> 'SETTLED';

create table opinion_answer (
  opinion_id      uuid not null references opinion,
  place           integer not null,
  answered_by     text not null,
  answered_at     timestamptz not null,
  words_id        uuid not null,
  accepted        boolean,
  judged_by       text check ((accepted is null) = (judged_by is null)),
  judged_at       timestamptz check ((accepted is null) = (judged_at is null)),
  judged_words_id uuid,
  primary key (opinion_id, place)
);

do $$
declare
  kept text;
begin
  foreach kept in array array['opinion', 'opinion_answer']
  loop
    execute format('alter table %I enable row level security', kept);
    execute format('create policy work on %I to "${application}" using (true) with check (true)', kept);
    execute format('grant select on %I to minyi_onlooker', kept);
  end loop;
end
$$;
create policy look on opinion for select to minyi_onlooker using (
  exists (select from complaint c where c.id = matter_id));
create policy look on opinion_answer for select to minyi_onlooker using (
  exists (select from opinion o where o.id = opinion_id));
