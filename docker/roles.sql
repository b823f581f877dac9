-- The three roles of Minyi's database, made once by whoever owns the server (superuser), connected to Minyi's database.
-- docker/roles.sh runs this in the container; by hand:
--   psql -d minyi -v database=minyi -v owner=minyi_owner -v owner_password=... -v application=minyi -v application_password=... -f docker/roles.sql
-- Owns the tables and makes them at start; nothing else connects as this role.
create role :"owner" login password :'owner_password';
-- The application: reads and writes rows, owns nothing, changes no table, and can only add to the evidence.
create role :"application" login password :'application_password';
-- What the application becomes while it reads for a person.
create role minyi_onlooker nologin;
grant minyi_onlooker to :"application";
alter database :"database" owner to :"owner";
