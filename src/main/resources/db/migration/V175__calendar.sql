-- When Minyi was last seen at work, and when it was not.
create table heartbeat (
  -- One row: whichever node is at work says so.
  one boolean primary key default true check (one),
  at  timestamptz not null
);

create table outage (
  began_at    timestamptz primary key,
  -- When somebody was at work again: no clock of a unit runs in between.
  ended_at    timestamptz not null check (ended_at > began_at),
  -- When every open deadline was given its time back.
  credited_at timestamptz,
  -- When everything that came in meanwhile was heard, and timers may fire again.
  over_at     timestamptz
);
