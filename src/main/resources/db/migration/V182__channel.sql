-- Calls as the exchange tells of them. What it tells may come in any order and more than once: whatever comes fills in
-- what is not known yet. No number stands here; a call to the police hotline has no line either.
create table phone_call (
  id          uuid primary key,
  exchange    text not null,
  -- What the exchange calls it; of a call that we asked for, our own id.
  exchange_id text not null,
  direction   text check (direction in ('OUT', 'IN')),
  hotline     text check (hotline in ('PUBLIC', 'POLICE')),
  line_id     uuid,
  matter_id   uuid,
  -- Who dials, or who answered.
  user_id     text,
  extension   text,
  heard_at    timestamptz not null,
  began_at    timestamptz,
  -- When somebody here picked up, and when the citizen did.
  agent_at    timestamptz,
  citizen_at  timestamptz,
  ended_at    timestamptz,
  recording   text,
  -- The exchange was out of reach when it ended: since when it is over nobody knows.
  lost        boolean not null default false,
  -- Whoever answered has been told.
  handed_on   boolean not null default false,
  -- The attempt that it was.
  attempt_id  uuid,
  unique (exchange, exchange_id),
  check (hotline is distinct from 'POLICE' or line_id is null)
);
create index phone_call_attempt on phone_call (attempt_id) where attempt_id is not null;
create index phone_call_matter on phone_call (matter_id) where matter_id is not null;
create index phone_call_hotline on phone_call (began_at) where hotline is not null;
create index phone_call_open on phone_call (exchange) where ended_at is null;

alter table phone_call enable row level security;
create policy work on phone_call to "${application}" using (true) with check (true);
grant select on phone_call to minyi_onlooker;
create policy look on phone_call for select to minyi_onlooker using (
  exists (select from complaint c where c.id = matter_id)
  or ((select reads_everything(viewer())) and exists (select from contact t where t.id = matter_id)));

-- What another exchange has told already, by its id: it is heard once. Kept for seven days.
create table phone_heard (
  exchange text not null,
  told_id  text not null,
  heard_at timestamptz not null,
  primary key (exchange, told_id)
);
create index phone_heard_at on phone_heard (heard_at);
