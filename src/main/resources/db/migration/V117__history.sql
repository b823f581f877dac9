-- What became of matters, as the engine's history tells it (docs/decisions/0017). The first process of a matter has the
-- matter's id as its business key; every other was called by it and names it as its root. So who may see the matter may
-- see all of them, and what belongs to no matter (a wave, a phone question) is the centre's.

-- Sets of first processes and questions about one of them. They run as the owner, past row-level security: they hand out
-- ids and yes or no, and what is then read of an instance goes through the lock. The plans of the questions are kept, for
-- they are asked row by row (the application's connections plan everything anew: ENGINE.md section 5).

-- What is about the viewer: nobody reads their own matter.
create index complaint_about on complaint ((coalesce(respondent_officer, officer)));
create function history_about(viewer text) returns setof varchar
  language sql stable security definer rows 10 set search_path = minyi, public, pg_temp as $$
  select r.proc_inst_id_
    from complaint c
    cross join lateral (select proc_inst_id_ from act_hi_procinst
                         where business_key_ = c.id::text and super_process_instance_id_ is null limit 1) r
   where coalesce(c.respondent_officer, c.officer) = viewer
$$;

-- What a unit has in hand. The limits keep the planner from reading all instances to find a few.
create function history_in_hand(viewer text) returns setof varchar
  language sql stable security definer set search_path = minyi, public, pg_temp as $$
  select r.proc_inst_id_
    from matters_in_hand(viewer) matter
    cross join lateral (select proc_inst_id_ from act_hi_procinst
                         where business_key_ = matter::text and super_process_instance_id_ is null limit 1) r
$$;
create function is_in_hand(units text[], root varchar) returns boolean
  language plpgsql stable security definer
  set search_path = minyi, public, pg_temp set plan_cache_mode = force_generic_plan as $$
begin
  return cardinality(units) > 0 and exists (
    select from act_hi_procinst r
      join work_order o
        on o.complaint_id = case when r.business_key_ ~ '^[0-9a-f-]{36}$' then r.business_key_::uuid end
     where r.proc_inst_id_ = root and (o.handling_unit = any (units) or o.executing_unit = any (units)));
end
$$;

-- The matters of these units, whichever part they have in them.
create index complaint_respondent_unit on complaint (respondent_unit);
create index work_order_respondent_unit on work_order (respondent_unit);
create function history_of_units(units text[]) returns setof varchar
  language sql stable security definer set search_path = minyi, public, pg_temp as $$
  select r.proc_inst_id_
    from (select complaint_id from work_order
           where handling_unit = any (units) or executing_unit = any (units) or respondent_unit = any (units)
           union
          select id from complaint where respondent_unit = any (units)) of_units (matter)
    cross join lateral (select proc_inst_id_ from act_hi_procinst
                         where business_key_ = matter::text and super_process_instance_id_ is null limit 1) r
$$;
create function is_of_units(units text[], root varchar) returns boolean
  language plpgsql stable security definer
  set search_path = minyi, public, pg_temp set plan_cache_mode = force_generic_plan as $$
begin
  return exists (
    select from act_hi_procinst r
      join complaint c on c.id = case when r.business_key_ ~ '^[0-9a-f-]{36}$' then r.business_key_::uuid end
      left join work_order o on o.complaint_id = c.id
     where r.proc_inst_id_ = root
       and (c.respondent_unit = any (units) or o.respondent_unit = any (units)
         or o.handling_unit = any (units) or o.executing_unit = any (units)));
end
$$;

-- The instances in which these people, or anybody, had a task, or this very one; and when one was last begun.
create function history_of_tasks(people text[], step text) returns setof varchar
  language plpgsql stable security definer
  set search_path = public, pg_temp as $$
begin
  if people is null then
    return query select t.proc_inst_id_ from act_hi_taskinst t where t.task_def_key_ = step;
  elsif step is null then
    return query select t.proc_inst_id_ from act_hi_taskinst t where t.assignee_ = any (people);
  else
    return query select t.proc_inst_id_ from act_hi_taskinst t where t.assignee_ = any (people) and t.task_def_key_ = step;
  end if;
end
$$;

-- Which matter the first process is of.
create function history_key(root varchar) returns varchar
  language sql stable security definer set search_path = public, pg_temp as $$
  select business_key_ from act_hi_procinst where proc_inst_id_ = root
$$;

-- Newest first, from any place on; and with one thing told, still newest first.
create index history_started on public.act_hi_procinst (start_time_, proc_inst_id_);
create index history_process on public.act_hi_procinst (proc_def_key_, start_time_, proc_inst_id_);
create index history_outcome on public.act_hi_procinst (end_act_id_, start_time_, proc_inst_id_);
-- Who did a task, and which instances had one.
create index history_doer on public.act_hi_taskinst (assignee_, start_time_, proc_inst_id_);
create index history_step on public.act_hi_taskinst (task_def_key_, start_time_, proc_inst_id_);

-- The second lock, as in V110: written out, and not through the functions that the queries name. The engine itself
-- works as ${application} and sees all.
do $$
declare
  kept text;
begin
  foreach kept in array array['act_hi_procinst', 'act_hi_actinst', 'act_hi_taskinst', 'act_hi_varinst', 'act_hi_detail',
      'act_hi_op_log', 'act_hi_incident', 'act_hi_job_log', 'act_hi_decinst', 'act_hi_dec_in', 'act_hi_dec_out']
  loop
    execute format('alter table public.%I enable row level security', kept);
    execute format('create policy work on public.%I to "${application}" using (true) with check (true)', kept);
    execute format('grant select on public.%I to minyi_onlooker', kept);
  end loop;
end
$$;
grant usage on schema public to minyi_onlooker;

create policy look on public.act_hi_procinst for select to minyi_onlooker using (
  ((select minyi.reads_everything(minyi.viewer()))
    and root_proc_inst_id_ not in (select minyi.history_about(minyi.viewer())))
  or minyi.is_in_hand((select minyi.units_read_by(minyi.viewer())), root_proc_inst_id_));

do $$
declare
  part record;
begin
  for part in
    select * from (values ('act_hi_actinst', 'proc_inst_id_'), ('act_hi_taskinst', 'proc_inst_id_'),
                          ('act_hi_varinst', 'proc_inst_id_'), ('act_hi_detail', 'proc_inst_id_'),
                          ('act_hi_incident', 'proc_inst_id_'), ('act_hi_job_log', 'process_instance_id_'),
                          ('act_hi_decinst', 'proc_inst_id_')) as parts (name, instance)
  loop
    execute format('create policy look on public.%1$I for select to minyi_onlooker using (exists ('
        'select from public.act_hi_procinst p where p.proc_inst_id_ = %1$I.%2$I))', part.name, part.instance);
  end loop;
end
$$;
create policy look on public.act_hi_dec_in for select to minyi_onlooker using (
  exists (select from public.act_hi_decinst d where d.id_ = dec_inst_id_));
create policy look on public.act_hi_dec_out for select to minyi_onlooker using (
  exists (select from public.act_hi_decinst d where d.id_ = dec_inst_id_));
-- What was done to no instance was done to a model: whoever reads everything reads that too.
create policy look on public.act_hi_op_log for select to minyi_onlooker using (
  exists (select from public.act_hi_procinst p where p.proc_inst_id_ = act_hi_op_log.proc_inst_id_)
  or (proc_inst_id_ is null and (select minyi.reads_everything(minyi.viewer()))
      and entity_type_ in ('Deployment', 'ProcessDefinition', 'DecisionDefinition', 'JobDefinition')));
