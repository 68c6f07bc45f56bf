-- Which shipments name a serial, in any letters: what is withdrawn of one may still have left with another.
CREATE FUNCTION folded_numbers(numbers text[]) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN ARRAY(SELECT folded_number(number) FROM unnest(numbers) AS said (number));

CREATE INDEX shipment_item_serials ON shipment_item USING gin (folded_numbers(serials)) WHERE serials IS NOT NULL;
