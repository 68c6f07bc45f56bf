-- Whose window this is: what the pages set of it. What is absent was never set; what is said at the start of the
-- program counts before it.
CREATE TABLE house (
  only_one     boolean PRIMARY KEY DEFAULT true CHECK (only_one),
  manufacturer text,
  zone         text,
  languages    text[] NOT NULL DEFAULT '{}',   -- tags (BCP 47), first the one that is offered first
  version      bigint NOT NULL,
  saved_by     text NOT NULL,
  saved_at     timestamptz NOT NULL
);

-- For the house only: no policy lets a customer's role in.
ALTER TABLE house ENABLE ROW LEVEL SECURITY;
CREATE POLICY every_company ON house TO vitrine_app USING (true) WITH CHECK (true);
REVOKE DELETE ON house FROM vitrine_app;
