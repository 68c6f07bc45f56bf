-- What was heard of each line, for whoever learns from it how long such lines take: kept beside the histories
-- so that a night reads what changed that day, and no million histories.
CREATE TABLE past_order (
  order_id bigint PRIMARY KEY REFERENCES orders ON DELETE CASCADE,
  version  bigint NOT NULL                       -- up to which its history was read
);

CREATE TABLE past_line (
  order_id     bigint NOT NULL REFERENCES orders ON DELETE CASCADE,
  line         integer NOT NULL,
  routing      text NOT NULL,
  product      text NOT NULL,
  quantity     bigint,                           -- in thousandths; absent where nobody said
  promised_on  date,
  heard        timestamptz[] NOT NULL,           -- when something was reported
  stages       text[] NOT NULL,                  -- the furthest stage that was heard from by then
  held_from    timestamptz[] NOT NULL,
  held_until   timestamptz[] NOT NULL,           -- infinity while it goes on
  finished_at  timestamptz,                      -- absent while it is open
  is_expected  boolean NOT NULL,                 -- whether it may be said when it is ready
  told_at      timestamptz,
  told_half    timestamptz,
  told_nine_of_ten timestamptz,
  told_quantity bigint,
  told_promised_on date,
  PRIMARY KEY (order_id, line),
  CHECK (cardinality(heard) = cardinality(stages) AND cardinality(heard) > 0),
  CHECK (cardinality(held_from) = cardinality(held_until))
);
CREATE INDEX past_line_open ON past_line (order_id, line) WHERE finished_at IS NULL;

-- The first range that a line was told at each stage: it is judged when its days have come.
CREATE TABLE told_range (
  order_id     bigint NOT NULL REFERENCES orders ON DELETE CASCADE,
  line         integer NOT NULL,
  routing      text NOT NULL,
  stage        text NOT NULL,
  product      text NOT NULL,
  told_at      timestamptz NOT NULL,
  half         timestamptz NOT NULL,
  nine_of_ten  timestamptz NOT NULL,
  half_held    boolean,                          -- absent until its day has come
  nine_of_ten_held boolean,
  PRIMARY KEY (order_id, line, stage)
);
CREATE INDEX told_range_half ON told_range (half) WHERE half_held IS NULL;
CREATE INDEX told_range_nine_of_ten ON told_range (nine_of_ten) WHERE nine_of_ten_held IS NULL;

-- Each night a table is learned anew; by how much its bounds are moved goes on from night to night.
CREATE TABLE forecast_night (
  day          date PRIMARY KEY,
  finished     integer NOT NULL,
  open         integer NOT NULL,
  log_half     double precision NOT NULL,
  log_nine_of_ten double precision NOT NULL,
  told_through bigint NOT NULL                   -- the order up to which lines were told
);

ALTER TABLE past_order ENABLE ROW LEVEL SECURITY;
ALTER TABLE past_line ENABLE ROW LEVEL SECURITY;
ALTER TABLE told_range ENABLE ROW LEVEL SECURITY;
ALTER TABLE forecast_night ENABLE ROW LEVEL SECURITY;
CREATE POLICY every_company ON past_order TO vitrine_app USING (true) WITH CHECK (true);
CREATE POLICY every_company ON past_line TO vitrine_app USING (true) WITH CHECK (true);
CREATE POLICY every_company ON told_range TO vitrine_app USING (true) WITH CHECK (true);
CREATE POLICY every_company ON forecast_night TO vitrine_app USING (true) WITH CHECK (true);
