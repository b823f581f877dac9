-- The holidays that the law itself fixes for 2027, until the State Council arranges the days around them: without them the
-- first of January would be a working day. What is provisional does not count as an arrangement: the year is still missing.
alter table calendar_day add column provisional boolean not null default false;

insert into calendar_version (version, made_at, made_by, reason)
select max(version) + 1, now(), 'minyi', 'As delivered: the holidays of 2027 that the law fixes, until they are arranged'
  from calendar_version;
insert into calendar_week (version, unit_code, weekday, hours)
select version + 1, unit_code, weekday, hours from calendar_week
 where version = (select max(version) - 1 from calendar_version);
insert into calendar_day (version, unit_code, day, hours, name, source)
select version + 1, unit_code, day, hours, name, source from calendar_day
 where version = (select max(version) - 1 from calendar_version);

insert into calendar_day (version, day, name, source, provisional)
select (select max(version) from calendar_version), day::date, name,
       '全国年节及纪念日放假办法, art. 2 (State Council, 2024-11-10)', true
  from (values
  (date '2027-01-01', date '2027-01-01', 'New Year 元旦'),
  (date '2027-02-05', date '2027-02-08', 'Spring Festival 春节'),
  (date '2027-04-05', date '2027-04-05', 'Qingming 清明节'),
  (date '2027-05-01', date '2027-05-02', 'Labour Day 劳动节'),
  (date '2027-06-09', date '2027-06-09', 'Dragon Boat Festival 端午节'),
  (date '2027-09-15', date '2027-09-15', 'Mid-Autumn Festival 中秋节'),
  (date '2027-10-01', date '2027-10-03', 'National Day 国庆节')
  ) fixed (first, last, name), generate_series(first, last, interval '1 day') day
    on conflict do nothing;
