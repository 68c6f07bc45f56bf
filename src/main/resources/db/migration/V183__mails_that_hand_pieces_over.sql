-- Each address that was asked to take a piece over, by whoever: so many a day of one giver are.
CREATE TABLE piece_transfer_mail (
  id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  transfer  bigint NOT NULL REFERENCES piece_transfer ON DELETE CASCADE,
  mailed_at timestamptz NOT NULL
);
CREATE INDEX piece_transfer_mail_transfer ON piece_transfer_mail (transfer, mailed_at);
CREATE INDEX piece_transfer_mail_mailed ON piece_transfer_mail (mailed_at);
ALTER TABLE piece_transfer_mail ENABLE ROW LEVEL SECURITY;
CREATE POLICY every_company ON piece_transfer_mail TO vitrine_app USING (true) WITH CHECK (true);

INSERT INTO piece_transfer_mail (transfer, mailed_at)
SELECT id, offered_at
  FROM piece_transfer
 WHERE address IS NOT NULL AND offered_at > now() - interval '1 day';
