-- For whom a machine client may speak: '*' is everybody. A key of before speaks for nobody, until it is issued anew.
alter table client_key
  add column sources  text[] not null default '{}',
  add column channels text[] not null default '{}';
