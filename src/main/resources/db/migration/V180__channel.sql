-- Several links: which one took a message, and as how many the operator counts it.
alter table sms add column link text, add column parts smallint;

-- Each part of a long text has an id of the operator's, and is reported for itself.
create table sms_part (
  gateway_id text primary key,
  sms_id     uuid not null,
  outcome    text check (outcome in ('DELIVERED', 'FAILED', 'EXPIRED')),
  told_at    timestamptz
);
create index sms_part_sms on sms_part (sms_id);

-- The rate cap of each link, over all nodes.
drop table sms_rate;
create table sms_rate (
  link    text primary key,
  free_at timestamptz not null
);

-- What came in without an id of the operator's own: the same words on the same line, told again within a while, are one
-- message whose acknowledgement was lost. A hash; kept for that while only.
create table sms_heard (
  what     text primary key,
  heard_at timestamptz not null
);
create index sms_heard_at on sms_heard (heard_at);

-- A long message of a citizen's comes in parts, each acknowledged for itself: they wait here for each other.
create table sms_incoming_part (
  link      text not null,
  line_id   uuid not null,
  extension text not null,
  reference integer not null,
  parts     smallint not null,
  place     smallint not null check (place between 1 and parts),
  charset   text not null,
  -- Its bytes, sealed as words are; taken out when the message is whole.
  words_id  uuid not null,
  came_at   timestamptz not null,
  read_at   timestamptz,
  primary key (link, line_id, extension, reference, parts, place)
);

-- What each link carried, by the minute in which the messages left: for spend, speed, and how many are reported. Each
-- connection counts in a row of its own, else all lanes would wait for each other's commit.
create table sms_link_minute (
  link       text not null,
  minute     timestamptz not null,
  counter    integer not null default pg_backend_pid() % 16,
  accepted   integer not null default 0,
  parts      integer not null default 0,
  refused    integer not null default 0,
  unanswered integer not null default 0,
  reported   integer not null default 0,
  delivered  integer not null default 0,
  primary key (minute, link, counter)
);
