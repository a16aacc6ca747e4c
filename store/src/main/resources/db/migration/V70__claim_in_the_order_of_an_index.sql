-- Deliveries of one publication fall due in one instant. With the id in the index, the claim of the next one takes the first
-- entry; without it, it looked at every delivery of that instant and sorted them, each time.
drop index hub.outbox_due;
create index outbox_due on hub.outbox (sink, next_at, id) where status in ('pending', 'claimed');
