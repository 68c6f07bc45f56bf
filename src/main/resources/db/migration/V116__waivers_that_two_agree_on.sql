-- Where the house demands that a second person agrees, a waiver is asked for first. What came of it stays.
CREATE TABLE waiver_request (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  order_id    bigint NOT NULL REFERENCES orders ON DELETE CASCADE,
  line        integer NOT NULL,
  requirement text NOT NULL,
  reason      jsonb NOT NULL,
  asked_by    bigint,             -- the person; absent for a program
  asker       text NOT NULL,
  asked_at    timestamptz NOT NULL,
  state       text NOT NULL CHECK (state IN ('asked', 'waived', 'declined', 'withdrawn')),
  decider     text,
  decided_at  timestamptz,
  answer      text                -- why it was declined
);
CREATE UNIQUE INDEX waiver_request_open ON waiver_request (order_id, line, requirement) WHERE state = 'asked';

CREATE TABLE waiver_setting (
  one           boolean PRIMARY KEY DEFAULT true CHECK (one),
  second_person boolean NOT NULL
);

-- For the house only: no policy lets a customer's role in.
ALTER TABLE waiver_request ENABLE ROW LEVEL SECURITY;
CREATE POLICY every_company ON waiver_request TO vitrine_app USING (true) WITH CHECK (true);
ALTER TABLE waiver_setting ENABLE ROW LEVEL SECURITY;
CREATE POLICY every_company ON waiver_setting TO vitrine_app USING (true) WITH CHECK (true);
