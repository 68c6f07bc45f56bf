-- A message can come from something that is neither an order nor a piece, such as a visit at which it was said.
ALTER TABLE voice
  ADD COLUMN origin_kind text,
  ADD COLUMN origin_key  text,
  DROP CONSTRAINT voice_check,
  ADD CONSTRAINT voice_is_about_something CHECK (order_id IS NOT NULL OR piece IS NOT NULL OR origin_kind IS NOT NULL),
  ADD CONSTRAINT voice_origin CHECK ((origin_kind IS NULL) = (origin_key IS NULL));
CALL written_by_its_company('voice', '{origin_kind, origin_key}', '{}');
