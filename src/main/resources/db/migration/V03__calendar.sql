-- A deadline is computed once per matter, step and round, and kept with the rule it came from.
create table deadline (
  matter_id  uuid not null,
  step       text not null,
  round      integer not null,
  started_at timestamptz not null,
  due_at     timestamptz not null,
  allowed    text not null,
  rule       text not null,
  primary key (matter_id, step, round)
);
