-- When there is work. A version is never changed: another arrangement is the next version, so that a deadline can always
-- say which calendar it was counted by.
create table calendar_version (
  version integer primary key,
  made_at timestamptz not null,
  made_by text not null,
  reason  text not null
);

-- Hours by day of the week (1 is Monday); a day without work has no row. Without a unit it is everybody's; a unit that has
-- any row has a week of its own.
create table calendar_week (
  version   integer not null references calendar_version,
  unit_code text not null default '',
  weekday   integer not null check (weekday between 1 and 7),
  hours     text not null,
  primary key (version, unit_code, weekday)
);

-- Holidays, and days worked to make up for one; both win over the week.
create table calendar_day (
  version   integer not null references calendar_version,
  unit_code text not null default '',
  day       date not null,
  -- Null on a day of rest.
  hours     text,
  name      text not null,
  source    text not null,
  primary key (version, unit_code, day)
);
revoke update, delete, truncate on calendar_version, calendar_week, calendar_day from "${application}";

insert into calendar_version (version, made_at, made_by, reason)
values (1, now(), 'minyi', 'As delivered: office hours of a city''s public security, holidays of 2025 and 2026 as decreed');

insert into calendar_week (version, weekday, hours)
select 1, weekday, '08:30-12:00 14:30-18:00' from generate_series(1, 5) weekday;

insert into calendar_day (version, day, hours, name, source)
select 1, day::date, hours, name, source
  from (values
  (date '2025-01-01', date '2025-01-01', null, 'New Year 元旦', '国办发明电〔2024〕12号 (State Council, 2024-11-12)'),
  (date '2025-01-26', date '2025-01-26', '08:30-12:00 14:30-18:00', 'Spring Festival 春节', '国办发明电〔2024〕12号 (State Council, 2024-11-12)'),
  (date '2025-01-28', date '2025-02-04', null, 'Spring Festival 春节', '国办发明电〔2024〕12号 (State Council, 2024-11-12)'),
  (date '2025-02-08', date '2025-02-08', '08:30-12:00 14:30-18:00', 'Spring Festival 春节', '国办发明电〔2024〕12号 (State Council, 2024-11-12)'),
  (date '2025-04-04', date '2025-04-06', null, 'Qingming 清明节', '国办发明电〔2024〕12号 (State Council, 2024-11-12)'),
  (date '2025-04-27', date '2025-04-27', '08:30-12:00 14:30-18:00', 'Labour Day 劳动节', '国办发明电〔2024〕12号 (State Council, 2024-11-12)'),
  (date '2025-05-01', date '2025-05-05', null, 'Labour Day 劳动节', '国办发明电〔2024〕12号 (State Council, 2024-11-12)'),
  (date '2025-05-31', date '2025-06-02', null, 'Dragon Boat Festival 端午节', '国办发明电〔2024〕12号 (State Council, 2024-11-12)'),
  (date '2025-09-28', date '2025-09-28', '08:30-12:00 14:30-18:00', 'National Day, Mid-Autumn Festival 国庆节、中秋节', '国办发明电〔2024〕12号 (State Council, 2024-11-12)'),
  (date '2025-10-01', date '2025-10-08', null, 'National Day, Mid-Autumn Festival 国庆节、中秋节', '国办发明电〔2024〕12号 (State Council, 2024-11-12)'),
  (date '2025-10-11', date '2025-10-11', '08:30-12:00 14:30-18:00', 'National Day, Mid-Autumn Festival 国庆节、中秋节', '国办发明电〔2024〕12号 (State Council, 2024-11-12)'),
  (date '2026-01-01', date '2026-01-03', null, 'New Year 元旦', '国务院办公厅关于2026年部分节假日安排的通知 (State Council, 2025-11-04)'),
  (date '2026-01-04', date '2026-01-04', '08:30-12:00 14:30-18:00', 'New Year 元旦', '国务院办公厅关于2026年部分节假日安排的通知 (State Council, 2025-11-04)'),
  (date '2026-02-14', date '2026-02-14', '08:30-12:00 14:30-18:00', 'Spring Festival 春节', '国务院办公厅关于2026年部分节假日安排的通知 (State Council, 2025-11-04)'),
  (date '2026-02-15', date '2026-02-23', null, 'Spring Festival 春节', '国务院办公厅关于2026年部分节假日安排的通知 (State Council, 2025-11-04)'),
  (date '2026-02-28', date '2026-02-28', '08:30-12:00 14:30-18:00', 'Spring Festival 春节', '国务院办公厅关于2026年部分节假日安排的通知 (State Council, 2025-11-04)'),
  (date '2026-04-04', date '2026-04-06', null, 'Qingming 清明节', '国务院办公厅关于2026年部分节假日安排的通知 (State Council, 2025-11-04)'),
  (date '2026-05-01', date '2026-05-05', null, 'Labour Day 劳动节', '国务院办公厅关于2026年部分节假日安排的通知 (State Council, 2025-11-04)'),
  (date '2026-05-09', date '2026-05-09', '08:30-12:00 14:30-18:00', 'Labour Day 劳动节', '国务院办公厅关于2026年部分节假日安排的通知 (State Council, 2025-11-04)'),
  (date '2026-06-19', date '2026-06-21', null, 'Dragon Boat Festival 端午节', '国务院办公厅关于2026年部分节假日安排的通知 (State Council, 2025-11-04)'),
  (date '2026-09-20', date '2026-09-20', '08:30-12:00 14:30-18:00', 'National Day 国庆节', '国务院办公厅关于2026年部分节假日安排的通知 (State Council, 2025-11-04)'),
  (date '2026-09-25', date '2026-09-27', null, 'Mid-Autumn Festival 中秋节', '国务院办公厅关于2026年部分节假日安排的通知 (State Council, 2025-11-04)'),
  (date '2026-10-01', date '2026-10-07', null, 'National Day 国庆节', '国务院办公厅关于2026年部分节假日安排的通知 (State Council, 2025-11-04)'),
  (date '2026-10-10', date '2026-10-10', '08:30-12:00 14:30-18:00', 'National Day 国庆节', '国务院办公厅关于2026年部分节假日安排的通知 (State Council, 2025-11-04)')
  ) decreed (first, last, hours, name, source), generate_series(first, last, interval '1 day') day;
