-- As in V117, and besides: processes that are no part of a matter's own but are about it, each with a key of its own. Whoever
-- a matter is about reads neither how a document in it was served nor who asked whom it is from.
create or replace function history_about(viewer text) returns setof varchar
  language sql stable security definer rows 10 set search_path = minyi, public, pg_temp as $$
  select r.proc_inst_id_
    from complaint c
    cross join lateral (select c.id::text as key
                         union all
                        select n.id::text from notice n where n.matter_id = c.id
                         union all
                        select q.id::text from identity_request q where q.matter_id = c.id) own
    cross join lateral (select proc_inst_id_ from act_hi_procinst
                         where business_key_ = own.key and super_process_instance_id_ is null limit 1) r
   where coalesce(c.respondent_officer, c.officer) = viewer
$$;
