-- Customers see these ids: counted up, they would tell how many links and sessions others have.

ALTER TABLE glass_link
  ALTER COLUMN id DROP IDENTITY,
  ALTER COLUMN id SET DEFAULT 1 + floor(random() * 9007199254740991)::bigint;   -- what JSON can carry

ALTER TABLE session
  ALTER COLUMN id DROP IDENTITY,
  ALTER COLUMN id SET DEFAULT 1 + floor(random() * 9007199254740991)::bigint;
