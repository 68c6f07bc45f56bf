-- Who does not want to be led through the beginning any more.
CREATE TABLE setup_put_away (
  person_id bigint PRIMARY KEY REFERENCES person ON DELETE CASCADE,
  at        timestamptz NOT NULL
);

-- For the house only: no policy lets a customer's role in.
ALTER TABLE setup_put_away ENABLE ROW LEVEL SECURITY;
CREATE POLICY every_company ON setup_put_away TO vitrine_app USING (true) WITH CHECK (true);

-- How far the house has come: one look into many rooms, for a page that leads through them.
CREATE FUNCTION begun(
  OUT hours boolean, OUT company text, OUT routing text, OUT newest_order text, OUT reported boolean,
  OUT customer boolean
) LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT
    EXISTS (SELECT FROM calendar WHERE code = 'plant'),
    (SELECT code FROM company ORDER BY id DESC LIMIT 1),
    (SELECT code FROM routing ORDER BY code LIMIT 1),
    (SELECT number FROM orders ORDER BY id DESC LIMIT 1),
    EXISTS (SELECT FROM event WHERE report_id IS NOT NULL),
    EXISTS (SELECT FROM person WHERE role IN ('customer', 'distributor'))
$$;
REVOKE ALL ON FUNCTION begun() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION begun() TO vitrine_app;
