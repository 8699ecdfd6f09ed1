-- What is on notice, what was lately, and which objections wait: for the public's list and the desks of those who decide.

alter table cases add column objections integer not null default 0;
alter table cases add column notice_until date;
alter table cases add column notice_over date;      -- the day the last notice ended, in whatever way; null while it hangs

update cases set
    notice_until = (
        select (p.payload::json #>> '{fact,until}')::date from events p where p.jurisdiction = cases.jurisdiction and p.stream = 'case/' || cases.case_id and p.type = 'notice_published'
        order by p.version desc limit 1),
    notice_over = (
        select (o.at at time zone 'Asia/Shanghai')::date from events o where o.jurisdiction = cases.jurisdiction and o.stream = 'case/' || cases.case_id
        and o.version > (select max(p.version) from events p where p.jurisdiction = o.jurisdiction and p.stream = o.stream and p.type = 'notice_published')
        and (o.type in ('notice_ended', 'objection_upheld') or o.type = 'side_track_granted' and o.payload::json #>> '{fact,track,track}' not in ('extension', 'pause'))
        order by o.version limit 1)
where exists (select 1 from events p where p.jurisdiction = cases.jurisdiction and p.stream = 'case/' || cases.case_id and p.type = 'notice_published');

update cases set objections = (
    select count(*) from events r where r.jurisdiction = cases.jurisdiction and r.stream = 'case/' || cases.case_id and r.type = 'objection_raised'
    and r.version > (select max(p.version) from events p where p.jurisdiction = r.jurisdiction and p.stream = r.stream and p.type = 'notice_published')
    and not exists (
        select 1 from events d where d.jurisdiction = r.jurisdiction and d.stream = r.stream and d.version > r.version and d.type = 'objection_dismissed'
        and d.payload::json #>> '{fact,reference}' = r.payload::json #>> '{fact,reference}'))
where stage = 'on_notice';

create index cases_objections on cases (jurisdiction, due_sort, case_id) where objections > 0;
create index cases_notice_over on cases (jurisdiction, notice_over, case_id) where notice_over is not null;
