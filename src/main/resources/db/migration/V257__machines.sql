-- What machines, or whoever listens to them, say of themselves. One that is silent is shown as silent; what was missed
-- is told, never guessed.
CREATE TABLE machine (
  key            text PRIMARY KEY,         -- its name, the same in any letters
  name           text NOT NULL,
  state          text NOT NULL CHECK (state IN ('live', 'silent', 'restarted', 'gap')),
  said_at        timestamptz NOT NULL,     -- when that was said, by the clock of whoever listens
  last_at        timestamptz NOT NULL,     -- when it was heard last
  rhythm_seconds double precision NOT NULL,
  sentence       text,
  heard_at       timestamptz NOT NULL      -- when it reached us
);

CREATE TABLE machine_spell (
  machine  text NOT NULL REFERENCES machine ON DELETE CASCADE,
  state    text NOT NULL CHECK (state IN ('silent', 'restarted', 'gap')),
  from_at  timestamptz NOT NULL,
  until_at timestamptz,                    -- absent while it lasts
  sentence text,
  PRIMARY KEY (machine, state, from_at)
);
CREATE INDEX machine_spell_from ON machine_spell (from_at);

ALTER TABLE machine ENABLE ROW LEVEL SECURITY;
ALTER TABLE machine_spell ENABLE ROW LEVEL SECURITY;
CREATE POLICY every_company ON machine TO vitrine_app USING (true) WITH CHECK (true);
CREATE POLICY every_company ON machine_spell TO vitrine_app USING (true) WITH CHECK (true);
