-- The number of an order is the same in small letters and in capitals, in half and in full width: so-9001, SO-9001 and
-- ＳＯ－９００１ are one order, shown as it was first written.

CREATE FUNCTION folded_number(number text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN replace(normalize(lower(upper(normalize(number, NFKC) COLLATE "und-x-icu") COLLATE "und-x-icu"), NFKC), 'ς', 'σ');

-- Orders that were different until now stay so: the oldest of them has the folded number, each later one is found by
-- what it is called exactly. No number holds a control character, so none of these is a folded one.
ALTER TABLE orders ADD COLUMN number_key text;
UPDATE orders o
   SET number_key = CASE WHEN f.place = 1 THEN f.number_key ELSE chr(1) || o.number END
  FROM (SELECT id, folded_number(number) AS number_key,
               row_number() OVER (PARTITION BY folded_number(number) ORDER BY id) AS place
          FROM orders) f
 WHERE f.id = o.id;
ALTER TABLE orders ALTER COLUMN number_key SET NOT NULL, ADD UNIQUE (number_key);

CREATE FUNCTION fold_number() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.number_key := folded_number(NEW.number);
  RETURN NEW;
END
$$;
CREATE TRIGGER number_key BEFORE INSERT OR UPDATE OF number ON orders
  FOR EACH ROW EXECUTE FUNCTION fold_number();

-- The order that somebody means: the one that is called exactly so, or else the one whose number is the same.
CREATE FUNCTION order_numbered(wanted text) RETURNS bigint LANGUAGE sql STABLE PARALLEL SAFE
  RETURN (SELECT id FROM orders
           WHERE number = wanted OR number_key = folded_number(wanted)
           ORDER BY number = wanted DESC
           LIMIT 1);
