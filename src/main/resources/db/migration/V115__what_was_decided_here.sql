-- What people of the house decided about an order after its program had said otherwise. A program sends the whole order
-- again and again: what it only repeats does not undo what was decided here, what it says anew does.
CREATE TABLE decided_here (
  order_id    bigint NOT NULL REFERENCES orders ON DELETE CASCADE,
  what        text NOT NULL CHECK (what IN ('promise', 'cancelled', 'waiver')),
  line        integer NOT NULL,   -- 0 for the whole order
  requirement text NOT NULL,      -- its code; empty where it is about none
  said        jsonb,              -- what stood there before; absent for nothing
  PRIMARY KEY (order_id, what, line, requirement)
);

-- For the house only: no policy lets a customer's role in.
ALTER TABLE decided_here ENABLE ROW LEVEL SECURITY;
CREATE POLICY every_company ON decided_here TO vitrine_app USING (true) WITH CHECK (true);
