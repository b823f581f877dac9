-- The SMS outbox. PENDING, CLAIMED, SUBMITTING (committed before the first byte leaves), then ACCEPTED with the
-- gateway's id and DELIVERED, FAILED or EXPIRED; UNKNOWN when the answer was lost, and never sent again by a machine.
-- Room in every page and no index over what changes often: most moves of a row touch no index (HOT).
create table sms (
  id         uuid primary key,
  batch_id   uuid not null,
  line_id    uuid not null,
  extension  text not null,
  text       text not null,
  state      text not null default 'PENDING' check (state in ('PENDING', 'CLAIMED', 'SUBMITTING', 'ACCEPTED',
             'DELIVERED', 'FAILED', 'EXPIRED', 'UNKNOWN', 'WITHDRAWN')),
  not_before timestamptz not null,
  put_at     timestamptz not null,
  claim      bigint,
  sent_at    timestamptz,
  moved_at   timestamptz not null,
  gateway_id text,
  failure    text
) with (fillfactor = 50);
create index sms_queue on sms (not_before) where claim is null;
create index sms_batch on sms (batch_id);
create index sms_line on sms (line_id);
create index sms_gateway on sms (gateway_id) where gateway_id is not null;

-- Who is sending what, until when. The id grows for ever: it is the fencing number of every move of the messages.
create table sms_claim (
  id          bigint generated always as identity primary key,
  owner       text not null,
  lease_until timestamptz not null,
  sms         uuid[] not null
);

-- Reports under a gateway id that is not known yet (or never will be: then they are forgotten after a week).
create table sms_report (
  gateway_id  text not null,
  outcome     text not null,
  line_id     uuid,
  extension   text not null,
  reported_at timestamptz not null,
  primary key (gateway_id, outcome)
);

-- The rate cap of the whole system: the instant from which the next message may leave.
create table sms_rate (
  one     boolean primary key default true check (one),
  free_at timestamptz not null
);
insert into sms_rate (free_at) values ('-infinity');
