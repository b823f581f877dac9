-- Wrong logins, counted before the password is looked at, so that parallel tries of many nodes share one count. The
-- account is kept as a hash: whoever types the password into the wrong field leaves nothing to read here.
create table login_attempt (
  account    text not null,
  source     text not null,
  attempts   int not null,
  ends_at    timestamptz not null,
  came_in_at timestamptz,
  primary key (account, source)
);
create index login_attempt_ends on login_attempt (ends_at);

-- The second factor (RFC 6238). The secret is sealed with a key that is not in this database.
create table second_factor (
  user_id      text primary key,
  secret       bytea not null,
  confirmed_at timestamptz,
  last_step    bigint not null default 0
);
