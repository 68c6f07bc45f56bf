-- What was told is held against simple methods: what each of them would have said at the same moment, knowing only
-- what was finished by the morning of that day.
CREATE TABLE simple_range (
  order_id     bigint NOT NULL,
  line         integer NOT NULL,
  stage        text NOT NULL,
  method       text NOT NULL CHECK (method IN ('median-remaining', 'stage-and-product', 'plan')),
  half         timestamptz NOT NULL,
  nine_of_ten  timestamptz NOT NULL,
  PRIMARY KEY (order_id, line, stage, method),
  FOREIGN KEY (order_id, line, stage) REFERENCES told_range ON DELETE CASCADE
);

ALTER TABLE told_range
  ADD COLUMN compared boolean NOT NULL DEFAULT false,   -- whether simple methods were asked
  ADD COLUMN replayed boolean NOT NULL DEFAULT false;   -- told anew of a past that was brought in: nobody read it then

CREATE INDEX told_range_to_compare ON told_range (told_at) WHERE NOT compared;
CREATE INDEX past_line_finished ON past_line (finished_at) WHERE finished_at IS NOT NULL;

ALTER TABLE simple_range ENABLE ROW LEVEL SECURITY;
CREATE POLICY every_company ON simple_range TO vitrine_app USING (true) WITH CHECK (true);
