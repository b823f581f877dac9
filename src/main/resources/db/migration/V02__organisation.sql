-- The three levels, who works in them, which roles they hold.
create table unit (
  code        text primary key check (code ~ '^[0-9]{12}$'),
  name        text not null,
  level       text not null check (level in ('CENTRE', 'SUB_CENTRE', 'POST')),
  parent_code text references unit,
  check ((level = 'CENTRE') = (parent_code is null))
);
create index unit_parent on unit (parent_code);

create table member (
  user_id   text primary key,
  name      text not null,
  unit_code text not null references unit
);
create index member_unit on member (unit_code);

create table member_role (
  user_id text not null references member,
  role    text not null,
  primary key (user_id, role)
);

-- Machine clients that may hand in contacts and complaints. The key itself is never stored.
create table client_key (
  key_hash   bytea primary key,
  client     text not null unique,
  issued_at  timestamptz not null,
  revoked_at timestamptz
);
