-- As history_of_tasks, of the matters alone that the viewer's units have in hand: one join, instead of asking of each of an
-- officer's thousands of tasks whether it is one of the few.
create function history_of_tasks_in_hand(viewer text, people text[], step text) returns setof varchar
  language plpgsql stable security definer
  set search_path = minyi, public, pg_temp as $$
declare
  units text[] := units_read_by(viewer);
begin
  return query
    select t.proc_inst_id_
      from history_of_tasks(people, step) task (id)
      join act_hi_procinst t on t.proc_inst_id_ = task.id
      join act_hi_procinst r on r.proc_inst_id_ = t.root_proc_inst_id_
      join work_order o
        on o.complaint_id = case when r.business_key_ ~ '^[0-9a-f-]{36}$' then r.business_key_::uuid end
     where o.handling_unit = any (units) or o.executing_unit = any (units);
end
$$;
