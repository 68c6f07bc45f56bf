-- A piece on its way to another owner. Who gives and who takes it stand beside it, each as the one or the other; names
-- and product are kept as they were then, so that neither reads anything of the other.
CREATE TABLE piece_transfer (
  id          bigint PRIMARY KEY,     -- drawn at random
  piece       text NOT NULL REFERENCES warranty_piece ON DELETE CASCADE,
  serial      text NOT NULL,
  product     jsonb NOT NULL,         -- a text, or texts by language
  giver       text NOT NULL,          -- what they are called
  receiver    text,                   -- the same, once it is theirs
  address     text,                   -- who is asked by mail, where somebody is
  state       text NOT NULL DEFAULT 'offered' CHECK (state IN ('offered', 'accepted', 'withdrawn', 'undone')),
  offered_at  timestamptz NOT NULL,
  expires_at  timestamptz NOT NULL,
  accepted_at timestamptz,
  undone_at   timestamptz,
  undone_by   text CHECK (undone_by IN ('giver', 'receiver')),
  CHECK ((state IN ('accepted', 'undone')) = (accepted_at IS NOT NULL)),
  CHECK ((accepted_at IS NOT NULL) = (receiver IS NOT NULL)),
  CHECK ((state = 'undone') = (undone_at IS NOT NULL)),
  CHECK ((undone_at IS NOT NULL) = (undone_by IS NOT NULL))
);
CREATE UNIQUE INDEX piece_transfer_offered ON piece_transfer (piece) WHERE state = 'offered';
CREATE INDEX piece_transfer_piece ON piece_transfer (piece);

CREATE TABLE piece_transfer_side (
  transfer   bigint NOT NULL REFERENCES piece_transfer ON DELETE CASCADE,
  company_id bigint NOT NULL REFERENCES company,
  side       text NOT NULL CHECK (side IN ('giver', 'receiver')),
  PRIMARY KEY (transfer, side)
);
CREATE INDEX piece_transfer_side_company ON piece_transfer_side (company_id, transfer);
CALL shown_to_its_company('piece_transfer_side');

ALTER TABLE piece_transfer ENABLE ROW LEVEL SECURITY;
CREATE POLICY every_company ON piece_transfer TO vitrine_app USING (true) WITH CHECK (true);
CREATE POLICY own ON piece_transfer TO vitrine_portal USING (
  id IN (SELECT transfer FROM piece_transfer_side WHERE company_id = current_company()));
GRANT SELECT ON piece_transfer TO vitrine_portal;

-- By what it is taken over, once: a code that is passed on, or a link that was mailed. Only the hash is kept, bound to
-- its purpose and its transfer; for the house alone.
CREATE TABLE piece_transfer_secret (
  hash       bytea PRIMARY KEY,
  purpose    text NOT NULL CHECK (purpose IN ('code', 'link')),
  transfer   bigint NOT NULL REFERENCES piece_transfer ON DELETE CASCADE,
  address    text,                    -- where the link was mailed to
  language   text,
  expires_at timestamptz NOT NULL,
  CHECK ((purpose = 'link') = (address IS NOT NULL))
);
CREATE INDEX piece_transfer_secret_transfer ON piece_transfer_secret (transfer);
CREATE INDEX piece_transfer_secret_expires ON piece_transfer_secret (expires_at);
ALTER TABLE piece_transfer_secret ENABLE ROW LEVEL SECURITY;
CREATE POLICY every_company ON piece_transfer_secret TO vitrine_app USING (true) WITH CHECK (true);
