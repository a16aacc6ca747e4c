-- Rows that a fault switch added to what a portal serves, or that a small portal sends; no number may hold them.
select portal, stream, source_id as "sourceId", fault
from truth.faulty
order by portal, stream, source_id collate "C", fault
