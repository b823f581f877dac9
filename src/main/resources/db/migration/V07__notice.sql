-- Official documents, numbered without gaps per kind and year: the counter moves in the transaction that issues.
create table notice_counter (
  kind text not null,
  year integer not null,
  last integer not null,
  primary key (kind, year)
);
create table notice (
  id         uuid primary key,
  kind       text not null,
  year       integer not null,
  number     integer not null,
  unit_code  text not null,
  matter_id  uuid not null,
  round      integer not null,
  reason     text not null,
  issued_at  timestamptz not null,
  unique (kind, year, number),
  unique (kind, matter_id, round, reason)
);
create index notice_matter on notice (matter_id);
