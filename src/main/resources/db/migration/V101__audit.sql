-- Evidence: facts that are only ever added, and the chain over them. A fact is written in the transaction of what it
-- tells of; at commit the database links it: position, and sha256 over the hash before, the position and every column.
-- A changed, missing, added or moved fact breaks the chain; org.minyi.audit.Verification finds the place.
create schema if not exists audit;

create table audit.fact (
  id        uuid primary key,
  -- By the database's clock; nobody tells the time.
  at        timestamptz not null default clock_timestamp(),
  deed      text not null,
  by_whom   text not null,
  matter_id uuid,
  -- JSON, as text: the hash is over these very bytes.
  told      text not null default '{}' check (jsonb_typeof(told::jsonb) = 'object')
);
create index fact_matter on audit.fact (matter_id) where matter_id is not null;

create table audit.link (
  position bigint primary key,
  fact_id  uuid not null unique,
  hash     bytea not null check (length(hash) = 32)
);

-- Where the chain ends. One row; its lock makes commits take turns, and only commits: no transaction locks anything
-- after it, so nobody waits in a circle.
create table audit.head (
  one      boolean primary key default true check (one),
  position bigint not null,
  hash     bytea not null
);
insert into audit.head (position, hash) values (0, decode(repeat('00', 32), 'hex'));

-- The bytes of a text, their number before them, so that no two rows of columns are the same bytes.
create function audit.part(value text) returns bytea
  language sql immutable strict parallel safe
  set search_path = pg_catalog, pg_temp
  return int4send(octet_length(convert_to(value, 'UTF8'))) || convert_to(value, 'UTF8');

create function audit.link_fact() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare
  last_position bigint;
  last_hash bytea;
begin
  perform from audit.head for update;
  select position, hash into last_position, last_hash from audit.link order by position desc limit 1;
  if not found then
    select position, hash into last_position, last_hash from audit.head;
  end if;
  insert into audit.link (position, fact_id, hash) values (
    last_position + 1,
    new.id,
    sha256(last_hash || int8send(last_position + 1) || uuid_send(new.id) || timestamptz_send(new.at)
      || audit.part(new.deed) || audit.part(new.by_whom)
      || coalesce(uuid_send(new.matter_id), decode(repeat('00', 16), 'hex')) || audit.part(new.told)));
  return null;
end $$;

-- The last link of a transaction moves the end of the chain, once: a row that moves ten thousand times in one
-- transaction is slow to find.
create function audit.move_head() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
begin
  if new.position = (select max(position) from audit.link) then
    update audit.head set position = new.position, hash = new.hash;
  end if;
  return null;
end $$;

create function audit.refuse() returns trigger
  language plpgsql
  set search_path = pg_catalog, pg_temp as $$
begin
  raise exception 'evidence is only ever added: % on %.% is refused', tg_op, tg_table_schema, tg_table_name
    using errcode = 'insufficient_privilege';
end $$;

create constraint trigger link_fact after insert on audit.fact
  deferrable initially deferred for each row execute function audit.link_fact();
create constraint trigger move_head after insert on audit.link
  deferrable initially deferred for each row execute function audit.move_head();

create trigger refuse before update or delete or truncate on audit.fact
  for each statement execute function audit.refuse();
create trigger refuse before update or delete or truncate on audit.link
  for each statement execute function audit.refuse();
create trigger refuse before delete or truncate on audit.head
  for each statement execute function audit.refuse();

-- The application adds facts, all but their time, and reads. The chain is its trigger's alone to write.
revoke all on all tables in schema audit from "${application}";
grant usage on schema audit to "${application}";
grant select on audit.fact, audit.link, audit.head to "${application}";
grant insert (id, deed, by_whom, matter_id, told) on audit.fact to "${application}";
revoke all on all functions in schema audit from public;
