-- The version at which what a report is checked against (the order's lines, and how they are made) last changed: a
-- report is written only if it was checked against that, so what was read before may be kept in memory.
ALTER TABLE orders ADD COLUMN planned bigint NOT NULL DEFAULT 0;

-- Every report raises its order's version. With room on the same page that writes one row and no index.
ALTER TABLE orders SET (fillfactor = 50);
ALTER TABLE standing SET (fillfactor = 70);
