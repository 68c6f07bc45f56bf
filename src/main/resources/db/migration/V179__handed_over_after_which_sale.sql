-- A piece that is handed over stays its new owner's as long as it is said to have left with the order that it left with
-- then; sold with another one, it belongs to whom that order is for. Kept apart, since what comes back has left with
-- nothing.
ALTER TABLE piece ADD COLUMN handed_order bigint REFERENCES orders ON DELETE SET NULL;
UPDATE piece SET handed_order = shipped_order WHERE handed_from IS NOT NULL;
CREATE INDEX piece_handed_order ON piece (handed_order) WHERE handed_order IS NOT NULL;
