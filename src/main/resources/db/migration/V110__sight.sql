-- Who may see which matter (DESIGN section 6): the predicate that every reading query names, and under it the database's
-- own lock. Reading endpoints for people run as the role minyi_onlooker, with the reader's name in minyi.viewer; without
-- a name they see nothing. Minyi at its own work runs as minyi and sees all.

-- The centre's working roles and the auditor read every matter; administrator, process owner and custodian read none.
create function reads_everything(viewer text) returns boolean
  language sql stable security definer set search_path = minyi, pg_temp as $$
  select exists (select from member_role
                  where user_id = viewer
                    and role in ('CALLER', 'TRIAGE', 'REVIEWER', 'DIRECTOR', 'INSPECTOR', 'AUDITOR'))
$$;

-- Below the centre: an officer reads the post's matters, a liaison and a leader those of the sub-centre and its posts.
-- Whoever moved reads the new unit's with the next query.
create function units_read_by(viewer text) returns text[]
  language sql stable security definer set search_path = minyi, pg_temp as $$
  select coalesce(array_agg(distinct u.code), '{}')
    from member m
    join member_role r on r.user_id = m.user_id and r.role in ('LIAISON', 'LEADER', 'OFFICER')
    join unit u on u.code = m.unit_code or (r.role <> 'OFFICER' and u.parent_code = m.unit_code)
   where m.user_id = viewer
$$;

-- The predicate. Nobody at the centre reads the matter that is about themselves; a unit reads what it has in hand.
create function sees(viewer text, matter uuid) returns boolean
  language sql stable security definer set search_path = minyi, pg_temp as $$
  select exists (select from complaint c
                  where c.id = matter
                    and reads_everything(viewer)
                    and coalesce(c.respondent_officer, c.officer) is distinct from viewer)
      or exists (select from work_order o
                  where o.complaint_id = matter
                    and (o.handling_unit = any (units_read_by(viewer)) or o.executing_unit = any (units_read_by(viewer))))
$$;

-- What a unit has in hand, as a set: a list of matters is not asked one by one.
create function matters_in_hand(viewer text) returns setof uuid
  language sql stable security definer set search_path = minyi, pg_temp as $$
  select complaint_id from work_order
   where handling_unit = any (units_read_by(viewer)) or executing_unit = any (units_read_by(viewer))
$$;

-- Whether the reader may learn who complained: nobody of the unit complained about, and nobody below the centre at all.
create function knows_who(viewer text, matter uuid) returns boolean
  language sql stable security definer set search_path = minyi, pg_temp as $$
  select reads_everything(viewer)
     and not exists (select from complaint c
                       join member m on m.user_id = viewer
                      where c.id = matter
                        and (coalesce(c.respondent_officer, c.officer) = viewer
                          or (coalesce(c.respondent_unit, c.unit_code) = m.unit_code
                              and not exists (select from member_role r
                                               where r.user_id = viewer and r.role in ('INSPECTOR', 'AUDITOR')))))
$$;

-- Whether the reader may ask the custodian who it is: whoever sees the matter, except the unit complained about, all that
-- is below it, and the officer.
create function may_ask_who(viewer text, matter uuid) returns boolean
  language sql stable security definer set search_path = minyi, pg_temp as $$
  select sees(viewer, matter)
     and not exists (select from complaint c
                       join member m on m.user_id = viewer
                       join unit u on u.code = m.unit_code
                       left join unit above on above.code = u.parent_code
                      where c.id = matter
                        and (coalesce(c.respondent_officer, c.officer) = viewer
                          or (coalesce(c.respondent_unit, c.unit_code) in (u.code, u.parent_code, above.parent_code)
                              and not exists (select from member_role r
                                               where r.user_id = viewer and r.role in ('INSPECTOR', 'AUDITOR')))))
$$;

create function viewer() returns text
  language sql stable as $$ select current_setting('minyi.viewer', true) $$;

-- The second lock. Written out per table and not through sees(): a mistake in one of the two is caught by the other.
grant usage on schema minyi to minyi_onlooker;

do $$
declare
  kept text;
begin
  foreach kept in array array['complaint', 'complaint_step', 'duplicate_suggestion', 'work_order', 'work_order_step',
      'return_call', 'call_attempt', 'call_verdict', 'notice', 'deadline', 'question', 'reply', 'sms', 'contact']
  loop
    execute format('alter table %I enable row level security', kept);
    execute format('create policy work on %I to "${application}" using (true) with check (true)', kept);
    execute format('grant select on %I to minyi_onlooker', kept);
  end loop;
end
$$;

create policy look on work_order for select to minyi_onlooker using (
  ((select reads_everything(viewer())) and respondent_officer is distinct from (select viewer()))
  or handling_unit = any ((select units_read_by(viewer()))::text[])
  or executing_unit = any ((select units_read_by(viewer()))::text[]));
create policy look on complaint for select to minyi_onlooker using (
  ((select reads_everything(viewer())) and coalesce(respondent_officer, officer) is distinct from (select viewer()))
  or exists (select from work_order o
              where o.complaint_id = complaint.id
                and (o.handling_unit = any ((select units_read_by(viewer()))::text[])
                  or o.executing_unit = any ((select units_read_by(viewer()))::text[]))));

create policy look on complaint_step for select to minyi_onlooker using (
  exists (select from complaint c where c.id = complaint_id));
create policy look on duplicate_suggestion for select to minyi_onlooker using (
  exists (select from complaint c where c.id = complaint_id) and exists (select from complaint c where c.id = other_id));
create policy look on work_order_step for select to minyi_onlooker using (
  exists (select from work_order o where o.id = work_order_id));
create policy look on notice for select to minyi_onlooker using (
  exists (select from complaint c where c.id = matter_id));

-- A call or a deadline may belong to a contact about which nobody has complained: the centre's business alone.
create policy look on return_call for select to minyi_onlooker using (
  exists (select from complaint c where c.id = matter_id)
  or ((select reads_everything(viewer())) and exists (select from contact t where t.id = matter_id)));
create policy look on call_attempt for select to minyi_onlooker using (
  exists (select from return_call r where r.id = call_id));
create policy look on call_verdict for select to minyi_onlooker using (
  exists (select from return_call r where r.id = call_id));
create policy look on deadline for select to minyi_onlooker using (
  (select reads_everything(viewer())) or exists (select from complaint c where c.id = matter_id));

-- What was asked, answered and written. The centre reads a person's whole story, except the one about the reader.
create policy look on contact for select to minyi_onlooker using (
  ((select reads_everything(viewer())) and officer is distinct from (select viewer()))
  or exists (select from complaint c where c.contact_id = contact.id));
create policy look on question for select to minyi_onlooker using (
  (select reads_everything(viewer()))
  or (subject = 'WORK_ORDER' and exists (select from work_order o where o.id = subject_id))
  or (subject = 'CONTACT' and exists (select from complaint c where c.contact_id = subject_id)));
create policy look on reply for select to minyi_onlooker using (
  (select reads_everything(viewer())) or exists (select from question q where q.id = question_id));
create policy look on sms for select to minyi_onlooker using (
  (select reads_everything(viewer()))
  or exists (select from complaint c where c.id = batch_id)
  or exists (select from work_order o where o.id = batch_id)
  or exists (select from question q where q.line_id = sms.line_id and (q.id = sms.id or q.reminder_id = sms.id)));

-- What is no matter's: names of units, colleagues and businesses, and the drawings' own texts.
grant select on unit, member, member_role, module, business, asking, question_text to minyi_onlooker;

-- A matter is looked for by the contact it is about and by the unit that has it in hand.
create index complaint_contact on complaint (contact_id) where contact_id is not null;
create index work_order_handling on work_order (handling_unit);
create index work_order_executing on work_order (executing_unit);
