-- What modules and businesses are called in Chinese; null where there is one name for everybody. Those that a city has
-- renamed keep the one name they have.
alter table module add column name_zh text;
alter table business add column name_zh text;
update module m set name_zh = told.name_zh
  from (values
    ('110-reception', '110 reception', '110接报警'),
    ('case-handling', 'Case handling', '案件办理'),
    ('window-service', 'Window service', '窗口服务'),
    ('hotline', 'Public-opinion hotline', '民意热线'),
    ('traffic-accidents', 'Traffic accidents', '交通事故处理'),
    ('external-channels', 'External channels', '外部渠道'),
    ('opinion-survey', 'Opinion survey', '民意调查'),
    ('on-site-investigation', 'On-site investigation', '现场勘查'),
    ('forensic-identification', 'Forensic identification', '法医鉴定')) as told (code, name, name_zh)
 where m.code = told.code and m.name = told.name;
update business b set name_zh = told.name_zh
  from (values
    ('110-dispatch', '110 dispatch', '110接处警'),
    ('criminal-case', 'Criminal cases', '刑事案件'),
    ('administrative-case', 'Administrative cases', '行政案件'),
    ('household-registration', 'Household registration', '户籍业务'),
    ('exit-entry', 'Exit and entry', '出入境业务'),
    ('vehicle-driver', 'Vehicle and driver licensing', '车管驾管业务'),
    ('public-security-licence', 'Public-security licensing', '治安行政许可'),
    ('traffic-accident', 'Traffic accidents', '交通事故处理'),
    ('hotline', 'Hotline', '热线受理'),
    ('external-channel', 'External channels (12345, 12389)', '外部渠道（12345、12389）'),
    ('opinion-survey', 'Opinion survey', '民意调查'),
    ('scene-investigation', 'Scene investigation', '现场勘查'),
    ('forensic-identification', 'Forensic identification', '法医鉴定')) as told (code, name, name_zh)
 where b.code = told.code and b.name = told.name;
