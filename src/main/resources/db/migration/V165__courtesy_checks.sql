-- Sixty days before the cover of a piece ends its owner is offered a check, once for each end; when that is due.
CREATE TABLE courtesy_check (
  piece      text PRIMARY KEY REFERENCES warranty_piece ON DELETE CASCADE,
  until      date NOT NULL,           -- the end that is looked at
  due_at     timestamptz,             -- when it is offered; absent where it was, or is not to be
  offered_at timestamptz
);
CREATE INDEX courtesy_check_due ON courtesy_check (due_at) WHERE due_at IS NOT NULL;
ALTER TABLE courtesy_check ENABLE ROW LEVEL SECURITY;
CREATE POLICY every_company ON courtesy_check TO vitrine_app USING (true) WITH CHECK (true);
CREATE POLICY own ON courtesy_check TO vitrine_portal USING (
  piece IN (SELECT serial_key FROM warranty_piece WHERE company_id = current_company()));
GRANT SELECT ON courtesy_check TO vitrine_portal;
