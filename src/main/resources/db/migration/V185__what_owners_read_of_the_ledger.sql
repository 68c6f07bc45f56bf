-- The same rows as before, said so that it is seen at once whose they are.
DROP POLICY own ON cover_entry;
CREATE POLICY own ON cover_entry TO vitrine_portal USING (
  piece IN (SELECT serial_key FROM warranty_piece WHERE company_id = current_company())
  AND sale = (SELECT warranty_piece.sale FROM warranty_piece WHERE warranty_piece.serial_key = cover_entry.piece));
