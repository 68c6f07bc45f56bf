-- What people made of each quarter of the service. For the house only: no policy lets a customer's role in.
CREATE TABLE service_review (
  quarter     text PRIMARY KEY CHECK (quarter ~ '^[0-9]{4}-Q[1-4]$'),
  version     integer NOT NULL CHECK (version > 0),
  conclusions text NOT NULL,
  begun_by    text NOT NULL,
  begun_at    timestamptz NOT NULL,
  changed_by  text NOT NULL,
  changed_at  timestamptz NOT NULL,
  signed_by   text,
  signed_at   timestamptz,
  facts       jsonb,                         -- what the quarter said when it was signed
  CHECK (num_nonnulls(signed_by, signed_at, facts) IN (0, 3)),
  CHECK (signed_at IS NULL OR conclusions <> '')
);

-- What was wrong in what was signed stands beside it.
CREATE TABLE service_review_correction (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  quarter    text NOT NULL REFERENCES service_review,
  text       text NOT NULL,
  written_by text NOT NULL,
  written_at timestamptz NOT NULL
);
CREATE INDEX service_review_correction_of ON service_review_correction (quarter, id);

-- Whoever signed a review signed these words and these figures, and no others.
CREATE FUNCTION keep_signed_review() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the service review of % is signed', OLD.quarter;
END
$$;
CREATE TRIGGER signed_review_is_kept BEFORE UPDATE OR DELETE ON service_review
  FOR EACH ROW WHEN (OLD.signed_at IS NOT NULL) EXECUTE FUNCTION keep_signed_review();

REVOKE DELETE ON service_review FROM vitrine_app;
REVOKE UPDATE, DELETE ON service_review_correction FROM vitrine_app;
ALTER TABLE service_review ENABLE ROW LEVEL SECURITY;
ALTER TABLE service_review_correction ENABLE ROW LEVEL SECURITY;
CREATE POLICY every_company ON service_review TO vitrine_app USING (true) WITH CHECK (true);
CREATE POLICY every_company ON service_review_correction TO vitrine_app USING (true) WITH CHECK (true);
