-- A deadline explains itself: what time is counted, by which versions of rule and calendar, what stopped its clock and what
-- moved it. It belongs to the unit that has the step, for each unit has a clock of its own.
alter table deadline
  add column id               uuid,
  add column unit_code        text not null default '',
  -- Which of several at once: a duty, a respondent; empty where there is one.
  add column part             text not null default '',
  add column counted          text not null default 'CLOCK' check (counted in ('WORKING', 'CALENDAR', 'CLOCK', 'AGREED')),
  add column rule_source      text not null default 'time-limit',
  add column rule_version     integer,
  -- Null: counted before there was a calendar.
  add column calendar_version integer references calendar_version,
  -- The task at which somebody works on it; null where a timer waits, and once it is over.
  add column task_id          text,
  -- As people read it: the number of the matter and the name of the step.
  add column matter_number    text,
  add column task_name        text,
  -- Whether lateness is told up the line; where nobody works on it, it is not.
  add column climbs           boolean not null default false,
  add column ended_at         timestamptz,
  -- When lateness was noticed.
  add column overdue_at       timestamptz;

update deadline set id = gen_random_uuid();
alter table deadline
  alter column id set not null,
  drop constraint deadline_pkey,
  add primary key (id),
  add constraint deadline_of_step unique (matter_id, step, round, unit_code, part);

-- What was fixed before knows its task by the time they share; all others are over.
update deadline d set task_id = t.id_
  from public.act_ru_task t
  join public.act_ru_variable v on v.proc_inst_id_ = t.proc_inst_id_ and v.name_ = 'matterId'
 where v.text_ = d.matter_id::text
   and t.task_def_key_ = 'userTask_' || split_part(d.step, '.', 2)
   and t.due_date_ = date_trunc('milliseconds', d.due_at at time zone 'Asia/Shanghai');
update deadline set ended_at = greatest(started_at, least(due_at, now()))
 where task_id is null and step not like '%.replyWindow';

create unique index deadline_task on deadline (task_id) where task_id is not null;
create index deadline_running on deadline (due_at) where ended_at is null;

-- Everything that changed a deadline, in order; what it was before and after.
create table deadline_change (
  id               uuid primary key,
  deadline_id      uuid not null references deadline,
  kind             text not null check (kind in ('PAUSE', 'RESUME', 'EXTENSION', 'RECOUNT')),
  made_at          timestamptz not null,
  made_by          text not null,
  -- Why the clock stood still: a code; what was said about it stands where it was asked for.
  reason           text,
  -- Of a pause: from when until when, and until when it was meant to last.
  from_at          timestamptz,
  until_at         timestamptz check (until_at > from_at),
  planned_until    timestamptz,
  -- Of an extension: how much.
  allowed          text,
  counted          text,
  -- Of a recount: by which version.
  calendar_version integer references calendar_version,
  due_before       timestamptz not null,
  due_after        timestamptz not null,
  check ((kind = 'PAUSE') = (reason is not null and from_at is not null and until_at is not null)),
  check ((kind = 'EXTENSION') = (allowed is not null and counted is not null)),
  check ((kind = 'RECOUNT') = (calendar_version is not null))
);
create index deadline_change_of on deadline_change (deadline_id, made_at);

alter table deadline_change enable row level security;
create policy work on deadline_change to "${application}" using (true) with check (true);
create policy look on deadline_change for select to minyi_onlooker using (
  exists (select from deadline d where d.id = deadline_id));
grant select on deadline_change to minyi_onlooker;
-- By which calendar it was counted is nobody's secret.
grant select on calendar_version, calendar_week, calendar_day to minyi_onlooker;
