-- Who reports at stations: they come by badge and PIN, and have no account.
CREATE TABLE operator (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name       text NOT NULL,
  badge      text NOT NULL,           -- as it stands on the badge
  pin_hash   text NOT NULL,
  made_at    timestamptz NOT NULL,
  removed_at timestamptz              -- what they reported stays under their name
);
CREATE UNIQUE INDEX operator_badge ON operator (folded_number(badge)) WHERE removed_at IS NULL;
ALTER TABLE operator ENABLE ROW LEVEL SECURITY;
CREATE POLICY every_company ON operator TO vitrine_app USING (true) WITH CHECK (true);
REVOKE DELETE ON operator FROM vitrine_app;
