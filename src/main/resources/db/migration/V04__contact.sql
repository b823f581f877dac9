-- Reference data: nine modules, thirteen businesses; process owners may add.
create table module (
  code text primary key,
  name text not null
);
create table business (
  code        text primary key,
  module_code text not null references module,
  name        text not null
);

-- One dealing a person had with the police, as a source system told it. Never changed by a repeat.
create table contact (
  id         uuid primary key,
  source     text not null,
  reference  text not null,
  module     text not null,
  business   text not null,
  served_at  timestamptz not null,
  unit_code  text not null,
  officer    text,
  person_id  uuid not null,
  line_id    uuid,
  arrived_at timestamptz not null,
  unique (source, reference)
);
create index contact_served on contact (served_at);
create index contact_person on contact (person_id);
