-- The tables belong to the owner, who runs this; the application works on their rows. From here on a new table needs no
-- grants of its own. (docs/decisions/0013)
alter default privileges grant select, insert, update, delete on tables to "${application}";
alter default privileges grant usage, select on sequences to "${application}";
alter default privileges grant usage on schemas to "${application}";

-- What was there before.
grant usage on schema minyi, citizen, simulator, public to "${application}";
grant select, insert, update, delete on all tables in schema minyi, citizen, simulator, public to "${application}";
grant usage, select on all sequences in schema minyi, citizen, simulator, public to "${application}";
revoke all on minyi.flyway_schema_history from "${application}";

-- Looking at a table for the planner is the owner's right. Lent for this one thing (PlannerStatistics); what is not the
-- owner's is passed over with a warning.
create function minyi.analyze_table(which regclass) returns void
  language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
begin
  execute format('analyze %s', which);
end $$;
revoke all on function minyi.analyze_table(regclass) from public;
grant execute on function minyi.analyze_table(regclass) to "${application}";
