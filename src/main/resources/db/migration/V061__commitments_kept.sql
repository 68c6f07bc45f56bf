-- That a commitment was kept or missed, once it is decided: a fact that follows from a voice's events, written down so
-- that a year's figures do not read them all.
CREATE TABLE voice_outcome (
  voice      bigint NOT NULL,
  number     integer NOT NULL,          -- counts the commitments of a voice
  company_id bigint NOT NULL REFERENCES company,
  commitment text NOT NULL,
  department text NOT NULL,             -- that kept it, or in whose hands it was missed
  kind       text NOT NULL,
  tier       text NOT NULL,             -- of the company at that time
  decided_at timestamptz NOT NULL,      -- when it was done, or was due where it was missed
  missed     boolean NOT NULL,
  taken      bigint NOT NULL,           -- seconds of working time until it was done
  PRIMARY KEY (voice, number)
);
CREATE INDEX voice_outcome_decided ON voice_outcome (decided_at);
REVOKE UPDATE, DELETE ON voice_outcome FROM vitrine_app;
CALL shown_to_its_company('voice_outcome');
-- A customer's own deed can decide one: closing.
CALL written_by_its_company(
  'voice_outcome', '{voice, number, commitment, department, kind, tier, decided_at, missed, taken}', '{}');
