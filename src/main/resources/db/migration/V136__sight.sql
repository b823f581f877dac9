-- Whoever has a part in a matter sees it as a unit does: its own story, without who complained.
create function is_party(viewer text, matter uuid) returns boolean
  language sql stable security definer set search_path = minyi, pg_temp as $$
  select exists (select from party p
                  where p.matter_id = matter
                    and ((p.user_id <> '' and p.user_id = viewer) or (p.unit_code <> '' and p.unit_code = any (units_read_by(viewer)))))
$$;

create or replace function sees(viewer text, matter uuid) returns boolean
  language sql stable security definer set search_path = minyi, pg_temp as $$
  select exists (select from complaint c
                  where c.id = matter
                    and reads_everything(viewer)
                    and coalesce(c.respondent_officer, c.officer) is distinct from viewer)
      or exists (select from work_order o
                  where o.complaint_id = matter
                    and (o.handling_unit = any (units_read_by(viewer)) or o.executing_unit = any (units_read_by(viewer))))
      or is_party(viewer, matter)
$$;

create or replace function matters_in_hand(viewer text) returns setof uuid
  language sql stable security definer set search_path = minyi, pg_temp as $$
  select complaint_id from work_order
   where handling_unit = any (units_read_by(viewer)) or executing_unit = any (units_read_by(viewer))
  union
  select matter_id from party
   where (user_id <> '' and user_id = viewer) or (unit_code <> '' and unit_code = any (units_read_by(viewer)))
$$;

-- Whoever is held responsible does not ask who complained, whatever the complaint itself says whom it is about.
create or replace function may_ask_who(viewer text, matter uuid) returns boolean
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
     and not exists (select from party p
                       join member m on m.user_id = viewer
                      where p.matter_id = matter and p.part = 'RESPONDENT'
                        and ((p.user_id <> '' and p.user_id = viewer) or p.unit_code = m.unit_code))
$$;

-- The second lock: what a party is, it asks by itself and not through is_party.
grant select on party to minyi_onlooker;
create policy look on party for select to minyi_onlooker using (
  (user_id <> '' and user_id = (select viewer()))
  or (unit_code <> '' and unit_code = any ((select units_read_by(viewer()))::text[])));
drop policy look on complaint;
create policy look on complaint for select to minyi_onlooker using (
  ((select reads_everything(viewer())) and coalesce(respondent_officer, officer) is distinct from (select viewer()))
  or exists (select from work_order o
              where o.complaint_id = complaint.id
                and (o.handling_unit = any ((select units_read_by(viewer()))::text[])
                  or o.executing_unit = any ((select units_read_by(viewer()))::text[])))
  or exists (select from party p where p.matter_id = complaint.id));
drop policy look on work_order;
create policy look on work_order for select to minyi_onlooker using (
  ((select reads_everything(viewer())) and respondent_officer is distinct from (select viewer())
    and complaint_id <> all ((select ids_about(viewer()))::uuid[]))
  or handling_unit = any ((select units_read_by(viewer()))::text[])
  or executing_unit = any ((select units_read_by(viewer()))::text[])
  or exists (select from party p where p.matter_id = complaint_id));
