-- Files of what was measured are imported like logs: written down, and taken back as a whole.
ALTER TABLE import_run
  DROP CONSTRAINT import_run_kind_check,
  ADD CONSTRAINT import_run_kind_check CHECK (kind IN ('orders', 'shipments', 'plant-log', 'readings'));
