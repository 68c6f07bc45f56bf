-- What each import did, so that it can be looked at afterwards and taken back as long as nothing came after it.

CREATE TABLE import_run (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind        text NOT NULL CHECK (kind IN ('orders', 'shipments', 'plant-log')),
  source      text,                      -- the column mapping by which it was read, where there was one
  file_name   text NOT NULL,
  file_hash   text NOT NULL,             -- SHA-256, in hexadecimal
  by_kind     text NOT NULL,
  by_id       bigint,
  by_name     text NOT NULL,
  address     text,
  began_at    timestamptz NOT NULL,
  heard_at    timestamptz NOT NULL,      -- when it last wrote down what it had done
  ended_at    timestamptz,               -- absent while it runs, and where it broke off
  counts      jsonb NOT NULL DEFAULT '{}',
  refused     text,                      -- the rows that were refused, as CSV
  recorded_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX import_run_began ON import_run (began_at);

-- One order that it touched. Nothing else happened to it in between where it wrote as many events as the version rose.
CREATE TABLE import_touch (
  run_id         bigint NOT NULL REFERENCES import_run ON DELETE CASCADE,
  order_id       bigint NOT NULL,
  number         text NOT NULL,
  created        boolean NOT NULL,
  version_before bigint NOT NULL,
  version_after  bigint NOT NULL,
  events         integer NOT NULL,
  reports        integer NOT NULL,       -- of these events
  before         jsonb NOT NULL,         -- what it said before: the order, or its shipments
  taken_back_at  timestamptz,
  left_because   text,                   -- why it was not taken back when somebody asked for that
  PRIMARY KEY (run_id, order_id)
);

-- For the house only: no policy lets a customer's role in.
DO $$
DECLARE
  own text;
BEGIN
  FOREACH own IN ARRAY ARRAY['import_run', 'import_touch'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', own);
    EXECUTE format('CREATE POLICY every_company ON %I TO vitrine_app USING (true) WITH CHECK (true)', own);
  END LOOP;
END
$$;

-- Whether an import of the last hour (and a little for clocks that differ) touched this order last, and nobody else in
-- between: only then may the two functions below do anything.
CREATE FUNCTION touched_last(of_run bigint, wanted bigint) RETURNS import_touch LANGUAGE sql STABLE
SET search_path = public, pg_temp AS $$
  SELECT t.*
    FROM import_touch t
    JOIN import_run r ON r.id = t.run_id
    JOIN orders o ON o.id = t.order_id
   WHERE t.run_id = of_run AND t.order_id = wanted AND t.taken_back_at IS NULL
     AND r.recorded_at > now() - interval '65 minutes'
     AND o.version = t.version_after AND t.events = t.version_after - t.version_before
$$;

-- Histories are only ever added to by the program. An order that an import made by mistake, and that nothing has happened
-- to since, is taken away as if it had never been: by this, and only such a one. Says why where it is left.
CREATE FUNCTION take_back_order(of_run bigint, wanted bigint) RETURNS text LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE
  touch import_touch;
BEGIN
  PERFORM FROM orders WHERE id = wanted FOR UPDATE;
  touch := touched_last(of_run, wanted);
  IF touch.order_id IS NULL OR NOT touch.created OR touch.version_before <> 0 THEN
    RETURN 'changed';
  END IF;
  IF EXISTS (SELECT FROM voice WHERE order_id = wanted) THEN
    RETURN 'spoken';
  END IF;
  IF EXISTS (SELECT FROM glass_link WHERE order_id = wanted) THEN
    RETURN 'shared';
  END IF;
  IF EXISTS (SELECT FROM matter WHERE order_id = wanted) THEN
    RETURN 'discussed';
  END IF;
  DELETE FROM event WHERE order_id = wanted;
  DELETE FROM orders WHERE id = wanted;
  RETURN NULL;
END
$$;

-- Reports of an import on an order that was there before: they stay in the history as what was taken back, and count as
-- reports no longer; the same file may say them again.
CREATE FUNCTION take_back_reports(of_run bigint, wanted bigint) RETURNS text LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE
  touch import_touch;
BEGIN
  PERFORM FROM orders WHERE id = wanted FOR NO KEY UPDATE;
  touch := touched_last(of_run, wanted);
  IF touch.order_id IS NULL THEN
    RETURN 'changed';
  END IF;
  UPDATE event
     SET kind = 'taken-back', report_id = NULL
   WHERE order_id = wanted AND kind = 'reported'
     AND version > touch.version_before AND version <= touch.version_after;
  RETURN NULL;
END
$$;
REVOKE ALL ON FUNCTION touched_last(bigint, bigint), take_back_order(bigint, bigint), take_back_reports(bigint, bigint)
  FROM PUBLIC;
GRANT EXECUTE ON FUNCTION take_back_order(bigint, bigint), take_back_reports(bigint, bigint) TO vitrine_app;
