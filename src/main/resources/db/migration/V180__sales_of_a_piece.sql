-- A piece that comes back and is sold anew begins a ledger of its own: what was promised, voided or used up in an
-- earlier sale stays written and counts no more, and its buyer reads none of it.
ALTER TABLE warranty_piece
  ADD COLUMN sale    integer NOT NULL DEFAULT 1 CHECK (sale > 0),
  ADD COLUMN sold_at timestamptz;        -- when it was sold anew; absent where it never was
ALTER TABLE cover_entry ADD COLUMN sale integer NOT NULL DEFAULT 1 CHECK (sale > 0);

DROP POLICY own ON cover_entry;
CREATE POLICY own ON cover_entry TO vitrine_portal USING (
  (piece, sale) IN (SELECT serial_key, sale FROM warranty_piece WHERE company_id = current_company()));

-- What was handed over in an earlier sale is nobody's to undo.
ALTER TABLE piece_transfer
  ADD COLUMN ended_at timestamptz,
  ADD CHECK (ended_at IS NULL OR state = 'accepted');
