-- The matters of these units, once or twice each: whoever counts up to a limit stops there, and whoever gathers them does
-- not mind. Made different first, all matters of a sub-centre were read to count the first 2,000 (docs/performance.md).
create or replace function history_of_units(units text[]) returns setof varchar
  language sql stable security definer set search_path = minyi, public, pg_temp as $$
  select r.proc_inst_id_
    from (select complaint_id from work_order
           where handling_unit = any (units) or executing_unit = any (units) or respondent_unit = any (units)
           union all
          select id from complaint where respondent_unit = any (units)) of_units (matter)
    cross join lateral (select proc_inst_id_ from act_hi_procinst
                         where business_key_ = matter::text and super_process_instance_id_ is null limit 1) r
$$;
