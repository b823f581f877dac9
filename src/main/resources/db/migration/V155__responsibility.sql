-- Who answers for what: one verdict for each respondent, a unit or one of its officers. What it was confirmed as stays;
-- what is counted is what became effective.
create table responsibility (
  id            uuid primary key,
  matter_id     uuid not null,
  number        text not null,
  round         integer not null,
  unit_code     text not null,
  -- Login or badge; empty where it is the unit itself.
  officer       text not null default '',
  verdict       text not null check (verdict in ('FOUNDED', 'PARTLY')),
  score         integer not null check (score between 0 and 100),
  confirmed_by  text not null,
  confirmed_at  timestamptz not null,
  -- What was found, and why it was judged so: the words themselves are citizen's to keep.
  finding_id    uuid,
  grounds_id    uuid,
  state         text not null default 'NOTIFIED' check (state in ('NOTIFIED', 'OBJECTED', 'EFFECTIVE')),
  -- Null until nothing can change it any more; corrected where an objection was upheld.
  final_verdict text check (final_verdict in ('FOUNDED', 'PARTLY', 'UNFOUNDED')),
  final_score   integer check (final_score between 0 and 100),
  effective_at  timestamptz,
  check ((state = 'EFFECTIVE') = (effective_at is not null)),
  check ((effective_at is null) = (final_score is null)),
  check ((effective_at is null) = (final_verdict is null)),
  unique (matter_id, unit_code, officer)
);
-- What counts, month by month.
create index responsibility_effective on responsibility (effective_at) where effective_at is not null;

-- At most one for each verdict, raised within its window.
create table objection (
  responsibility_id uuid primary key references responsibility,
  raised_by         text not null,
  raised_at         timestamptz not null,
  words_id          uuid not null,
  outcome           text check (outcome in ('UPHELD', 'REJECTED')),
  judged_by         text check ((outcome is null) = (judged_by is null)),
  judged_at         timestamptz check ((outcome is null) = (judged_at is null)),
  judged_words_id   uuid check ((outcome is null) = (judged_words_id is null)),
  verdict           text check (verdict in ('FOUNDED', 'PARTLY', 'UNFOUNDED')),
  score             integer check (score between 0 and 100),
  check ((outcome = 'UPHELD') = (verdict is not null and score is not null)),
  check (judged_by <> raised_by)
);

-- What followed of a score of zero.
create table accountability (
  responsibility_id uuid primary key references responsibility,
  opened_at         timestamptz not null,
  measure           text,
  dealt_by          text check ((measure is null) = (dealt_by is null)),
  dealt_at          timestamptz check ((measure is null) = (dealt_at is null)),
  words_id          uuid
);

do $$
declare
  kept text;
begin
  foreach kept in array array['responsibility', 'objection', 'accountability']
  loop
    execute format('alter table %I enable row level security', kept);
    execute format('create policy work on %I to "${application}" using (true) with check (true)', kept);
    execute format('grant select on %I to minyi_onlooker', kept);
  end loop;
end
$$;
create policy look on responsibility for select to minyi_onlooker using (
  exists (select from complaint c where c.id = matter_id));
create policy look on objection for select to minyi_onlooker using (
  exists (select from responsibility r where r.id = responsibility_id));
create policy look on accountability for select to minyi_onlooker using (
  exists (select from responsibility r where r.id = responsibility_id));
