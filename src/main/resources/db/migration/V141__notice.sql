-- Official documents in full: what stands in them, to whom they go, what they looked like, and that they were served.

alter table notice
  -- The number as it is written, 澜民督〔2026〕1号: a later setting changes no document.
  add column code text,
  -- Tells documents of one kind, matter, round and reason apart: whoever issues them says by what.
  add column about text not null default '',
  add column matter_number text,
  add column matter_title text,
  -- Whose name and number are taken out of the words; never shown.
  add column person_id uuid;
update notice set code = '民意提〔' || year || '〕' || number || '号';
alter table notice alter column code set not null;
alter table notice drop constraint notice_kind_matter_id_round_reason_key;
alter table notice add unique (kind, matter_id, round, reason, about);
create index notice_person on notice (person_id) where person_id is not null;

-- Codes, instants, unit codes and user ids; what people wrote is citizen's to keep.
create table notice_fact (
  notice_id uuid not null references notice,
  name      text not null,
  value     text not null,
  primary key (notice_id, name)
);
create table notice_words (
  notice_id uuid not null references notice,
  name      text not null,
  words_id  uuid not null,
  primary key (notice_id, name)
);
create table notice_duty (
  notice_id uuid not null references notice,
  place     integer not null,
  words_id  uuid not null,
  unit_code text not null,
  due_at    timestamptz not null,
  primary key (notice_id, place)
);

-- The document as it was made, once. Compressed already.
create table notice_document (
  notice_id   uuid primary key references notice,
  pdf         bytea not null,
  sha256      text not null,
  rendered_at timestamptz not null
);
alter table notice_document alter column pdf set storage external;

-- Where it went. That a mail server took it (SENT) serves nobody: SERVED is what the addressee, or a person of the centre
-- for them, has confirmed. A copy is sent and no more.
create table notice_delivery (
  notice_id uuid not null references notice,
  unit_code text not null,
  part      text not null check (part in ('ADDRESSEE', 'COPY')),
  state     text not null check (state in ('TO_SEND', 'SENT', 'UNDELIVERABLE', 'SERVED')),
  mail_id   uuid unique,
  sent_at   timestamptz,
  failed_at timestamptz,
  -- An SMTP code, or NO_MAILBOX.
  failure   text,
  served_at timestamptz check ((state = 'SERVED') = (served_at is not null)),
  served_by text check ((state = 'SERVED') = (served_by is not null)),
  -- RECEIPT by the addressee; BY_HAND, REGISTERED_MAIL or TELEPHONE by the centre.
  served_how text check ((state = 'SERVED') = (served_how is not null)),
  served_on date,
  words_id  uuid,
  primary key (notice_id, unit_code)
);
create index notice_delivery_unit on notice_delivery (unit_code);
-- Letters of before went nowhere: nothing was sent then.
insert into notice_delivery (notice_id, unit_code, part, state, failed_at, failure)
select id, unit_code, 'ADDRESSEE', 'UNDELIVERABLE', issued_at, 'NO_MAILBOX' from notice;

-- Whether a document went to a unit whose matters the viewer reads: then it may be read there, whoever has the matter.
create function receives_notice(viewer text, of_notice uuid) returns boolean
  language sql stable security definer set search_path = minyi, pg_temp as $$
  select exists (select from notice_delivery
                  where notice_id = of_notice and unit_code = any (units_read_by(viewer)))
$$;

-- The second lock. Whom a matter is from is in no column that people read.
revoke select on notice from minyi_onlooker;
grant select (id, kind, year, number, unit_code, matter_id, round, reason, issued_at, code, about, matter_number,
              matter_title) on notice to minyi_onlooker;
drop policy look on notice;
create policy look on notice for select to minyi_onlooker using (
  exists (select from complaint c where c.id = matter_id) or receives_notice((select viewer()), id));

do $$
declare
  kept text;
begin
  foreach kept in array array['notice_document', 'notice_delivery'] loop
    execute format('alter table %I enable row level security', kept);
    execute format('create policy work on %I to "${application}" using (true) with check (true)', kept);
    execute format('create policy look on %1$I for select to minyi_onlooker using ('
        'exists (select from notice n where n.id = %1$I.notice_id))', kept);
    execute format('grant select on %I to minyi_onlooker', kept);
  end loop;
end
$$;
