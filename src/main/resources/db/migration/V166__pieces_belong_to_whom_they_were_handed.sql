-- A piece that was handed over belongs to its new owner, however often it is told with which shipment it left: what left
-- for the one is the other's now.
ALTER TABLE piece
  ADD COLUMN handed_from bigint REFERENCES company,
  ADD COLUMN handed_to   bigint REFERENCES company,
  ADD CHECK ((handed_from IS NULL) = (handed_to IS NULL));
