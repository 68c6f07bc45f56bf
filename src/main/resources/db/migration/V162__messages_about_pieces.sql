-- A message can be about a piece whose order is another company's: whoever owns it now says something about it.
ALTER TABLE voice
  ADD COLUMN piece text,
  ALTER COLUMN order_id DROP NOT NULL,
  ALTER COLUMN order_number DROP NOT NULL,
  ADD CHECK (order_id IS NOT NULL OR piece IS NOT NULL),
  ADD CHECK ((order_id IS NULL) = (order_number IS NULL));
CALL written_by_its_company('voice', '{piece}', '{}');
