-- Where somebody who wrote by mail is answered. What a letter says of its writer is a claim: each has a row of its own,
-- and nobody is recognised by it. The keyed hash only says how often one address was told that its letter has come.
create table citizen.mailbox (
  id              uuid primary key,
  person_id       uuid not null unique references citizen.person,
  address         bytea,
  address_hash    bytea,
  acknowledged_at timestamptz
);
create index mailbox_acknowledged on citizen.mailbox (address_hash, acknowledged_at) where acknowledged_at is not null;
