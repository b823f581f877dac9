-- Whoever gave up waiting at the public hotline is rung back (docs/decisions/0031). No number stands here: a line, as with
-- every call.
create table ring_back (
  -- The call that was given up first; the process has it as its business key.
  id         uuid primary key,
  line_id    uuid not null,
  -- When they last gave up: an earlier call that was answered answers nothing.
  gave_up_at timestamptz not null,
  tries      integer not null default 0,
  ended_at   timestamptz,
  outcome    text check (outcome in ('MATTER', 'ANSWERED', 'NOT_WANTED', 'NOT_REACHED', 'CALLED_AGAIN')),
  check ((ended_at is null) = (outcome is null))
);
-- One at a time for each line, however often they give up.
create unique index ring_back_open on ring_back (line_id) where ended_at is null;

-- Every call that was given up, and what it is rung back by.
create table ring_back_call (
  call_id      uuid primary key,
  ring_back_id uuid not null references ring_back,
  gave_up_at   timestamptz not null
);
create index ring_back_call_of on ring_back_call (ring_back_id);
create index ring_back_call_day on ring_back_call (gave_up_at);

-- Whether somebody spoke with them since.
create index phone_call_line on phone_call (line_id, agent_at) where line_id is not null;
