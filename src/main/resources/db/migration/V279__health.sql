-- What is bad now and whether administrators were told; a row goes when it is well again.
CREATE TABLE health_alert (
  kind  text PRIMARY KEY,
  since timestamptz NOT NULL,
  told  timestamptz,
  well  timestamptz                        -- since when it is well again
);

-- Whoever locks it looks; other nodes pass on.
CREATE TABLE health_turn (
  one boolean PRIMARY KEY CHECK (one)
);
INSERT INTO health_turn VALUES (true);

-- What the database (under no name) and each table took on a day, so that one sees what grows.
CREATE TABLE health_size (
  day   date NOT NULL,
  name  text NOT NULL,
  bytes bigint NOT NULL,
  PRIMARY KEY (day, name)
);

-- For the house only: no policy lets a customer's role in.
ALTER TABLE health_alert ENABLE ROW LEVEL SECURITY;
ALTER TABLE health_turn ENABLE ROW LEVEL SECURITY;
ALTER TABLE health_size ENABLE ROW LEVEL SECURITY;
CREATE POLICY every_company ON health_alert TO vitrine_app USING (true) WITH CHECK (true);
CREATE POLICY every_company ON health_turn TO vitrine_app USING (true) WITH CHECK (true);
CREATE POLICY every_company ON health_size TO vitrine_app USING (true) WITH CHECK (true);
