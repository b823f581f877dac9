-- One person may have several matters: whoever must not learn from whom one of them is does not learn it from another.

-- The matters about somebody at the centre, and the dealings they came from: the ids that lead to them.
create function ids_about(viewer text) returns uuid[]
  language sql stable security definer set search_path = minyi, pg_temp as $$
  select coalesce(array_agg(led.id), '{}')
    from complaint c cross join lateral (values (c.id), (c.contact_id)) led (id)
   where coalesce(c.respondent_officer, c.officer) = viewer and led.id is not null
$$;

-- As in V110; a dealing is asked about like the matters that came from it.
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
$$;

-- Of a person's matters those from whom the viewer must not learn it, with the dealings and orders that lead to them:
-- they stay out of the person's story, wherever else it is told.
create function kept_apart(viewer text, person uuid) returns setof uuid
  language sql stable security definer set search_path = minyi, pg_temp as $$
  select led.id
    from complaint c left join work_order o on o.complaint_id = c.id
         cross join lateral (values (c.id), (c.contact_id), (o.id)) led (id)
   where c.person_id = person and led.id is not null and not knows_who(viewer, c.id)
$$;

-- Whether this is a matter that the viewer does not see, or a dealing that became one. What is no matter hides nothing.
create function hides(viewer text, matter uuid) returns boolean
  language sql stable security definer set search_path = minyi, pg_temp as $$
  select exists (select from complaint c where (c.id = matter or c.contact_id = matter) and not sees(viewer, c.id))
$$;

-- Whether a matter is about the centre or somebody there: then it is not held against the person's others, for whoever
-- compares them sits at the centre.
create function about_centre(matter uuid) returns boolean
  language sql stable security definer set search_path = minyi, pg_temp as $$
  select exists (select from complaint c join unit u on u.level = 'CENTRE'
                  where c.id = matter
                    and (coalesce(c.respondent_unit, c.unit_code) = u.code
                      or exists (select from member m
                                  where m.unit_code = u.code and m.user_id = coalesce(c.respondent_officer, c.officer))))
$$;

-- The second lock. What was asked, answered and written goes by the matter or dealing it belongs to, for the centre too:
-- a reply to a question about the reader's own matter is nowhere theirs to read.
drop policy look on work_order;
create policy look on work_order for select to minyi_onlooker using (
  ((select reads_everything(viewer())) and respondent_officer is distinct from (select viewer())
    and complaint_id <> all ((select ids_about(viewer()))::uuid[]))
  or handling_unit = any ((select units_read_by(viewer()))::text[])
  or executing_unit = any ((select units_read_by(viewer()))::text[]));
drop policy look on contact;
create policy look on contact for select to minyi_onlooker using (
  ((select reads_everything(viewer())) and officer is distinct from (select viewer())
    and id <> all ((select ids_about(viewer()))::uuid[]))
  or exists (select from complaint c where c.contact_id = contact.id));
drop policy look on question;
create policy look on question for select to minyi_onlooker using (
  (subject = 'WORK_ORDER' and exists (select from work_order o where o.id = subject_id))
  or (subject = 'CONTACT' and exists (select from contact t where t.id = subject_id)));
drop policy look on reply;
create policy look on reply for select to minyi_onlooker using (
  (question_id is null and (select reads_everything(viewer())))
  or exists (select from question q where q.id = question_id));
drop policy look on sms;
create policy look on sms for select to minyi_onlooker using (
  exists (select from complaint c where c.id = batch_id)
  or exists (select from work_order o where o.id = batch_id)
  or exists (select from question q where q.line_id = sms.line_id and (q.id = sms.id or q.reminder_id = sms.id)));
drop policy look on deadline;
create policy look on deadline for select to minyi_onlooker using (
  ((select reads_everything(viewer())) and matter_id <> all ((select ids_about(viewer()))::uuid[]))
  or exists (select from complaint c where c.id = matter_id));
drop policy look on identity_request;
create policy look on identity_request for select to minyi_onlooker using (
  asked_by = (select viewer())
  or ((select reads_everything(viewer())) and matter_id <> all ((select ids_about(viewer()))::uuid[]))
  or exists (select from member_role where user_id = (select viewer()) and role = 'CUSTODIAN'));

-- A unit's task no longer carries whose matter it is: what orders opened before still carry is taken out of them.
delete from public.act_ru_variable v
 using public.act_ru_execution e, public.act_re_procdef d
 where e.id_ = v.proc_inst_id_ and d.id_ = e.proc_def_id_ and d.key_ = 'work-order'
   and v.name_ in ('personId', 'lineId');
