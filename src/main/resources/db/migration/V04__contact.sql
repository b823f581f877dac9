-- Reference data: nine modules, thirteen businesses; process owners may add.
create table module (
  code     text primary key,
  name     text not null,
  position integer not null default 100
);
create table business (
  code        text primary key,
  module_code text not null references module,
  name        text not null,
  position    integer not null default 100
);
insert into module (code, name, position) values
  ('110-reception', '110 reception', 1),
  ('case-handling', 'Case handling', 2),
  ('window-service', 'Window service', 3),
  ('hotline', 'Public-opinion hotline', 4),
  ('traffic-accidents', 'Traffic accidents', 5),
  ('external-channels', 'External channels', 6),
  ('opinion-survey', 'Opinion survey', 7),
  ('on-site-investigation', 'On-site investigation', 8),
  ('forensic-identification', 'Forensic identification', 9);
insert into business (code, module_code, name, position) values
  ('110-dispatch', '110-reception', '110 dispatch', 1),
  ('criminal-case', 'case-handling', 'Criminal cases', 2),
  ('administrative-case', 'case-handling', 'Administrative cases', 3),
  ('household-registration', 'window-service', 'Household registration', 4),
  ('exit-entry', 'window-service', 'Exit and entry', 5),
  ('vehicle-driver', 'window-service', 'Vehicle and driver licensing', 6),
  ('public-security-licence', 'window-service', 'Public-security licensing', 7),
  ('traffic-accident', 'traffic-accidents', 'Traffic accidents', 8),
  ('hotline', 'hotline', 'Hotline', 9),
  ('external-channel', 'external-channels', 'External channels (12345, 12389)', 10),
  ('opinion-survey', 'opinion-survey', 'Opinion survey', 11),
  ('scene-investigation', 'on-site-investigation', 'Scene investigation', 12),
  ('forensic-identification', 'forensic-identification', 'Forensic identification', 13);

-- One dealing a person had with the police, as a source system told it. Never changed by a repeat.
create table contact (
  id         uuid primary key,
  source     text collate "C" not null,
  reference  text collate "C" not null,
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
-- arrived_at: what came late is found in the index alone, among the many of a day that did not.
create index contact_served on contact (served_at, id, arrived_at);
create index contact_person on contact (person_id);
