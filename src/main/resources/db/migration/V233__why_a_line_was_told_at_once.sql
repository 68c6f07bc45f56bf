-- What happened that a line was told at once: it is no longer said on the next morning.
ALTER TABLE past_line ADD COLUMN told_because text;

-- Ranges of lines that were cancelled are judged by nobody.
DELETE FROM told_range t WHERE NOT EXISTS (SELECT FROM past_line l WHERE l.order_id = t.order_id AND l.line = t.line);
