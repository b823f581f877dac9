-- The SMS outbox. PENDING, CLAIMED (leased), SUBMITTING (committed before the first byte leaves), then ACCEPTED with
-- the gateway's id and DELIVERED, FAILED or EXPIRED; UNKNOWN when the answer was lost, and never sent again by a machine.
create table sms (
  id          uuid primary key,
  batch_id    uuid not null,
  line_id     uuid not null,
  extension   text not null,
  text        text not null,
  state       text not null default 'PENDING' check (state in ('PENDING', 'CLAIMED', 'SUBMITTING', 'ACCEPTED',
              'DELIVERED', 'FAILED', 'EXPIRED', 'UNKNOWN', 'WITHDRAWN')),
  not_before  timestamptz not null,
  owner       text,
  lease_until timestamptz,
  attempt     integer not null default 0,
  gateway_id  text,
  moved_at    timestamptz not null,
  failure     text
);
create index sms_pending on sms (not_before) where state = 'PENDING';
create index sms_in_flight on sms (lease_until) where state in ('CLAIMED', 'SUBMITTING');
create index sms_batch on sms (batch_id);
create index sms_gateway on sms (gateway_id);
