-- Answers may be given on the page of a question too.
alter table question drop constraint question_via_check;
alter table question add constraint question_via_check check (via in ('SMS', 'PHONE', 'WEB'));
