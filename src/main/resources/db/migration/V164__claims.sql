-- What the owner of a piece claims: a message, and what was decided about it.
CREATE TABLE claim (
  voice      bigint PRIMARY KEY,
  company_id bigint NOT NULL,
  piece      text NOT NULL REFERENCES warranty_piece ON DELETE CASCADE,
  about      text NOT NULL CHECK (about IN ('fault', 'courtesy-check')),
  made_at    timestamptz NOT NULL,
  covered    boolean NOT NULL,        -- whether the piece was covered on that day
  verdict    text CHECK (verdict IN ('accepted', 'declined')),
  remedy     text CHECK (remedy IN ('repair', 'replacement', 'refund', 'goodwill')),
  reason     text,
  decided_at timestamptz,
  FOREIGN KEY (company_id, voice) REFERENCES voice (company_id, number) ON DELETE CASCADE,
  CHECK ((verdict IS NULL) = (decided_at IS NULL) AND (verdict IS NULL) = (reason IS NULL)),
  CHECK (remedy IS NULL OR verdict = 'accepted')
);
CREATE INDEX claim_company ON claim (company_id, piece);
CREATE INDEX claim_piece ON claim (piece);
CREATE INDEX claim_undecided ON claim (made_at) WHERE verdict IS NULL;
CALL shown_to_its_company('claim');
CALL written_by_its_company('claim', '{voice, piece, about, made_at, covered}', '{}');
