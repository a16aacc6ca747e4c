-- Who reports totals, and of which days, is asked every day; the totals are few among the records.
create index record_control_total on hub.record (portal) where kind = 'CONTROL_TOTAL';
