-- A smaller circle for matters of the police hotline (docs/decisions/0031): officers spoke in confidence. Whoever sees such
-- a matter sees it by the rule for all matters, and belongs to its circle besides; what is no such matter stays as it was.

-- Who belongs to every circle: whoever receives, leads and inspects. Callers and reviewers belong to those they work on.
create function reads_confidences(viewer text) returns boolean
  language sql stable security definer set search_path = minyi, pg_temp as $$
  select exists (select from member_role
                  where user_id = viewer and role in ('TRIAGE', 'DIRECTOR', 'INSPECTOR', 'AUDITOR'))
$$;

-- The processes of a matter: its own, those that they called, and those about it that began by themselves (a verdict, a
-- leader's opinion), which carry its id. The plans of these functions are kept, for they are asked row by row.
create index history_matter on public.act_hi_varinst (text_, proc_inst_id_) where name_ = 'matterId';
create function processes_of(matter uuid) returns setof varchar
  language plpgsql stable security definer rows 10
  set search_path = minyi, public, pg_temp set plan_cache_mode = force_generic_plan as $$
begin
  return query
    select p.proc_inst_id_ from act_hi_procinst r join act_hi_procinst p on p.root_proc_inst_id_ = r.root_proc_inst_id_
     where r.business_key_ = matter::text
    union
    select v.proc_inst_id_ from act_hi_varinst v where v.name_ = 'matterId' and v.text_ = matter::text;
end
$$;

-- Whether an open task of the matter is the viewer's or may become so.
create function has_task(viewer text, matter uuid) returns boolean
  language plpgsql stable security definer
  set search_path = minyi, public, pg_temp set plan_cache_mode = force_generic_plan as $$
begin
  return exists (
    select from processes_of(matter) process (id)
      join act_ru_task t on t.proc_inst_id_ = process.id
     where t.assignee_ = viewer
        or exists (select from act_ru_identitylink l
                    where l.task_id_ = t.id_ and l.type_ = 'candidate'
                      and (l.user_id_ = viewer
                        or l.group_id_ in (select m.group_id_ from act_id_membership m where m.user_id_ = viewer))));
end
$$;

-- Whether the viewer had a task of it in hand, or has.
create function had_task(viewer text, matter uuid) returns boolean
  language plpgsql stable security definer
  set search_path = minyi, public, pg_temp set plan_cache_mode = force_generic_plan as $$
begin
  return exists (
    select from processes_of(matter) process (id)
      join act_hi_taskinst t on t.proc_inst_id_ = process.id
     where t.assignee_ = viewer);
end
$$;

-- Whether the matter is about the viewer or their unit, or holds one of them responsible. Inspector and auditor sit at the
-- centre and stand apart from it.
create function is_complained_about(viewer text, matter uuid) returns boolean
  language plpgsql stable security definer
  set search_path = minyi, pg_temp set plan_cache_mode = force_generic_plan as $$
declare
  own text := (select unit_code from member
                where user_id = viewer
                  and not exists (select from member_role r
                                   where r.user_id = viewer and r.role in ('INSPECTOR', 'AUDITOR')));
begin
  return exists (select from complaint c
                  where c.id = matter
                    and (coalesce(c.respondent_officer, c.officer) = viewer or coalesce(c.respondent_unit, c.unit_code) = own))
      or exists (select from party p
                  where p.matter_id = matter and p.part = 'RESPONDENT'
                    and ((p.user_id <> '' and p.user_id = viewer) or (p.unit_code <> '' and p.unit_code = own)));
end
$$;

-- Whether it is one of the police hotline whose circle the viewer does not belong to. Of whom it is about the circle takes
-- in nobody, but while a task of it is theirs.
create function is_kept_from(viewer text, matter uuid) returns boolean
  language plpgsql stable security definer
  set search_path = minyi, pg_temp set plan_cache_mode = force_generic_plan as $$
declare
  taker text := (select raised_by from complaint where id = matter and channel = 'POLICE_HOTLINE');
begin
  return taker is not null
     and not has_task(viewer, matter)
     and (is_complained_about(viewer, matter)
       or not (reads_confidences(viewer) or taker = viewer or had_task(viewer, matter)
            or exists (select from work_order o
                        where o.complaint_id = matter
                          and (o.handling_unit = any (units_read_by(viewer))
                            or o.executing_unit = any (units_read_by(viewer))))
            or is_party(viewer, matter)));
end
$$;

-- As in V136, within the circle.
create or replace function sees(viewer text, matter uuid) returns boolean
  language sql stable security definer set search_path = minyi, pg_temp as $$
  select (exists (select from complaint c
                   where c.id = matter
                     and reads_everything(viewer)
                     and coalesce(c.respondent_officer, c.officer) is distinct from viewer)
       or exists (select from work_order o
                   where o.complaint_id = matter
                     and (o.handling_unit = any (units_read_by(viewer)) or o.executing_unit = any (units_read_by(viewer))))
       or is_party(viewer, matter))
     and not is_kept_from(viewer, matter)
$$;

-- As in V120: whoever does not see a matter learns from nowhere whom it is from.
create or replace function knows_who(viewer text, matter uuid) returns boolean
  language sql stable security definer set search_path = minyi, pg_temp as $$
  select reads_everything(viewer)
     and not exists (select from complaint c
                       join member m on m.user_id = viewer
                      where (c.id = matter or c.contact_id = matter)
                        and (coalesce(c.respondent_officer, c.officer) = viewer
                          or (coalesce(c.respondent_unit, c.unit_code) = m.unit_code
                              and not exists (select from member_role r
                                               where r.user_id = viewer and r.role in ('INSPECTOR', 'AUDITOR')))))
     and not is_kept_from(viewer, matter)
$$;

-- First processes that lead to such a matter, and calls to the police hotline that somebody else took. Of whoever belongs to
-- every circle but their own, only what is about them is weighed: they read the history, and it is long.
create index complaint_in_confidence on complaint (id) where channel = 'POLICE_HOTLINE';
create function history_kept(viewer text) returns setof varchar
  language plpgsql stable security definer rows 10
  set search_path = minyi, public, pg_temp as $$
declare
  every boolean := reads_confidences(viewer);
  own text := (select unit_code from member
                where user_id = viewer
                  and not exists (select from member_role r
                                   where r.user_id = viewer and r.role in ('INSPECTOR', 'AUDITOR')));
  kept text[] := array(
    select c.id::text from complaint c
     where c.channel = 'POLICE_HOTLINE'
       and (not every
         or coalesce(c.respondent_officer, c.officer) = viewer
         or coalesce(c.respondent_unit, c.unit_code) = own
         or c.id in (select p.matter_id from party p
                      where p.part = 'RESPONDENT'
                        and ((p.user_id <> '' and p.user_id = viewer) or (p.unit_code <> '' and p.unit_code = own))))
       and is_kept_from(viewer, c.id));
begin
  return query
    select v.proc_inst_id_ from act_hi_varinst v where v.name_ = 'matterId' and v.text_ = any (kept)
    union
    select r.proc_inst_id_ from act_hi_procinst r where r.business_key_ = any (kept)
    union
    select p.proc_inst_id_ from act_hi_procinst p
     where p.proc_def_key_ = 'police-hotline' and not every
       and not exists (select from act_hi_taskinst t where t.proc_inst_id_ = p.proc_inst_id_ and t.assignee_ = viewer);
end
$$;

-- The same of one first process, for whoever has few.
create function is_kept_history(viewer text, root varchar) returns boolean
  language plpgsql stable security definer
  set search_path = minyi, public, pg_temp set plan_cache_mode = force_generic_plan as $$
declare
  key varchar := (select p.business_key_ from act_hi_procinst p where p.proc_inst_id_ = root);
begin
  return coalesce(key ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$', false) and is_kept_from(viewer, key::uuid);
end
$$;

-- The second lock, as in V120 and V136, within the circle, which is written out once more for the matter itself. What hangs
-- on an order, a matter or a process follows through these. (A restrictive policy would do, were the application not a
-- member of the onlooker's role: it would hold for its own work as well.)
drop policy look on complaint;
create policy look on complaint for select to minyi_onlooker using (
  (((select reads_everything(viewer())) and coalesce(respondent_officer, officer) is distinct from (select viewer()))
    or exists (select from work_order o
                where o.complaint_id = complaint.id
                  and (o.handling_unit = any ((select units_read_by(viewer()))::text[])
                    or o.executing_unit = any ((select units_read_by(viewer()))::text[])))
    or exists (select from party p where p.matter_id = complaint.id))
  and (channel <> 'POLICE_HOTLINE'
    or has_task((select viewer()), id)
    or (not is_complained_about((select viewer()), id)
        and ((select reads_confidences(viewer())) or raised_by = (select viewer()) or had_task((select viewer()), id)
          or exists (select from work_order o
                      where o.complaint_id = complaint.id
                        and (o.handling_unit = any ((select units_read_by(viewer()))::text[])
                          or o.executing_unit = any ((select units_read_by(viewer()))::text[])))
          or exists (select from party p where p.matter_id = complaint.id)))));
drop policy look on work_order;
create policy look on work_order for select to minyi_onlooker using (
  (((select reads_everything(viewer())) and respondent_officer is distinct from (select viewer())
      and complaint_id <> all ((select ids_about(viewer()))::uuid[]))
    or handling_unit = any ((select units_read_by(viewer()))::text[])
    or executing_unit = any ((select units_read_by(viewer()))::text[])
    or exists (select from party p where p.matter_id = complaint_id))
  and not is_kept_from((select viewer()), complaint_id));
drop policy look on deadline;
create policy look on deadline for select to minyi_onlooker using (
  ((select reads_everything(viewer())) and matter_id <> all ((select ids_about(viewer()))::uuid[])
    and not is_kept_from((select viewer()), matter_id))
  or exists (select from complaint c where c.id = matter_id));
drop policy look on identity_request;
create policy look on identity_request for select to minyi_onlooker using (
  asked_by = (select viewer())
  or ((select reads_everything(viewer())) and matter_id <> all ((select ids_about(viewer()))::uuid[])
    and not is_kept_from((select viewer()), matter_id))
  or exists (select from member_role where user_id = (select viewer()) and role = 'CUSTODIAN'));
drop policy look on public.act_hi_procinst;
create policy look on public.act_hi_procinst for select to minyi_onlooker using (
  ((select minyi.reads_everything(minyi.viewer()))
    and root_proc_inst_id_ not in (select minyi.history_about(minyi.viewer()))
    and root_proc_inst_id_ not in (select minyi.history_kept(minyi.viewer())))
  or (minyi.is_in_hand((select minyi.units_read_by(minyi.viewer())), root_proc_inst_id_)
    and not minyi.is_kept_history((select minyi.viewer()), root_proc_inst_id_)));
