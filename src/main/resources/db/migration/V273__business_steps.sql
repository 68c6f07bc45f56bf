-- Which business step and disposition of the Core Business Vocabulary something at our house is. A row for a stage of a
-- routing counts before one for a stage of any routing, and that before the one for the moment alone.
CREATE TABLE epcis_step (
  moment      text NOT NULL CHECK (moment IN ('ordered', 'started', 'progressed', 'finished', 'held', 'resumed',
                                              'shipped', 'delivered', 'cancelled')),
  routing     text NOT NULL DEFAULT '',     -- empty: any
  stage       text NOT NULL DEFAULT '',     -- empty: any
  biz_step    text,                         -- absent: none is said
  disposition text,
  PRIMARY KEY (moment, routing, stage),
  CHECK (routing = '' OR stage <> '')
);
ALTER TABLE epcis_step ENABLE ROW LEVEL SECURITY;
CREATE POLICY every_company ON epcis_step TO vitrine_app USING (true) WITH CHECK (true);

INSERT INTO epcis_step (moment, stage, biz_step, disposition) VALUES
  ('ordered',    '', NULL,         NULL),
  ('started',    '', 'assembling', 'in_progress'),
  ('progressed', '', 'assembling', 'in_progress'),
  ('finished',   '', 'assembling', 'in_progress'),
  ('held',       '', 'holding',    'unavailable'),
  ('resumed',    '', 'assembling', 'in_progress'),
  ('shipped',    '', 'shipping',   'in_transit'),
  ('delivered',  '', 'arriving',   'in_progress'),
  ('cancelled',  '', NULL,         NULL);
INSERT INTO epcis_step (moment, stage, biz_step, disposition)
SELECT moment, stage, step, CASE WHEN moment = 'finished' THEN done ELSE 'in_progress' END
  FROM unnest('{started,progressed,finished}'::text[]) AS moment,
       (VALUES ('inspection', 'inspecting', 'conformant'), ('final-inspection', 'inspecting', 'conformant'),
               ('test', 'inspecting', 'conformant'), ('packing', 'packing', 'container_closed'),
               ('packaging', 'packing', 'container_closed'), ('storage', 'storing', 'sellable_accessible'))
         AS known (stage, step, done);
