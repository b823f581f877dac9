-- What goes back and forth between Minyi and the exchanges of the city. Bodies hold names, numbers and words: they lie
-- sealed with the words of the room citizen, and here stand their ids.

-- One matter of a peer. It has a row from the first message about it, and a matter from when it was handed over.
create table exchange_matter (
  peer        text not null,
  reference   text not null,
  matter_id   uuid unique,
  -- The peer's own limit; ours are the calendar's.
  due_at      timestamptz,
  no_callback boolean not null default false,
  -- How often the peer did not take a return.
  returns     integer not null default 0,
  next_in     integer not null default 1,
  next_out    integer not null default 1,
  primary key (peer, reference)
);

-- What came, before anything was done with it. WAITING is to be applied; DEAD lies on a desk.
create table exchange_in (
  id         uuid primary key,
  peer       text not null,
  message_id text not null,
  reference  text not null,
  sequence   integer not null check (sequence > 0),
  kind       text not null,
  written_at timestamptz not null,
  stored_at  timestamptz not null,
  -- Null once forgotten.
  body_id    uuid,
  matter_id  uuid,
  state      text not null default 'WAITING'
             check (state in ('WAITING', 'APPLIED', 'DEAD', 'BY_TELEPHONE', 'IGNORED')),
  -- Why it is not applied, as a code.
  reason     text,
  tries      integer not null default 0,
  -- Applied whatever is missing before it: somebody said so.
  forced     boolean not null default false,
  due_at     timestamptz not null,
  settled_at timestamptz,
  -- What the peer's people wrote, as people here read it.
  words_id   uuid,
  decided_by text,
  decided_words_id uuid,
  unique (peer, message_id),
  unique (peer, reference, sequence),
  foreign key (peer, reference) references exchange_matter
);
create index exchange_in_open on exchange_in (due_at) where state = 'WAITING';
create index exchange_in_matter on exchange_in (matter_id);

-- What leaves, put in with the step that says it.
create table exchange_out (
  id          uuid primary key,
  peer        text not null,
  reference   text not null,
  sequence    integer not null check (sequence > 0),
  kind        text not null,
  matter_id   uuid not null,
  put_at      timestamptz not null,
  body_id     uuid,
  state       text not null default 'WAITING'
              check (state in ('WAITING', 'SENDING', 'DELIVERED', 'DEAD', 'BY_TELEPHONE', 'IGNORED')),
  -- What the peer said last: a status, a code of its own; or that nobody answered.
  reason      text,
  tries       integer not null default 0,
  claims      integer not null default 0,
  due_at      timestamptz not null,
  lease_until timestamptz,
  settled_at  timestamptz,
  decided_by  text,
  decided_words_id uuid,
  unique (peer, reference, sequence),
  foreign key (peer, reference) references exchange_matter
);
create index exchange_out_open on exchange_out (due_at) where state in ('WAITING', 'SENDING');
create index exchange_out_matter on exchange_out (matter_id);

do $$
declare
  kept text;
begin
  foreach kept in array array['exchange_matter', 'exchange_in', 'exchange_out']
  loop
    execute format('alter table %I enable row level security', kept);
    execute format('create policy work on %I to "${application}" using (true) with check (true)', kept);
    execute format('grant select on %I to minyi_onlooker', kept);
    execute format('create policy look on %I for select to minyi_onlooker using ('
        'exists (select from complaint c where c.id = matter_id))', kept);
  end loop;
end
$$;
