-- What was handed in with a matter, in the order it was handed in. No key onto the files: they are another room's.
create table complaint_attachment (
  complaint_id  uuid not null references complaint,
  place         integer not null,
  attachment_id uuid not null unique,
  primary key (complaint_id, place)
);

-- A picture cannot be read without whoever is in it: shown like the identity, not like the words.
alter table complaint_attachment enable row level security;
create policy work on complaint_attachment to "${application}" using (true) with check (true);
grant select on complaint_attachment to minyi_onlooker;
create policy look on complaint_attachment for select to minyi_onlooker using (
  exists (select from complaint c where c.id = complaint_id)
  and knows_who((select viewer()), complaint_id));

-- What was written to somebody by mail, so that one that comes back is known by its matter.
create table complaint_mail (
  mail_id      uuid primary key,
  complaint_id uuid not null references complaint,
  -- Which of our texts it is.
  text         text not null
);
create index complaint_mail_complaint on complaint_mail (complaint_id);
