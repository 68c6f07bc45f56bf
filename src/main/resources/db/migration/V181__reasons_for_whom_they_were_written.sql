-- Why something was given or taken away is written for whoever owned the piece on that day, and may name them: it stands
-- apart from the ledger and is read by that company alone. Whoever has the piece later sees that it was so, not why.
CREATE TABLE cover_reason (
  piece      text NOT NULL,
  sequence   integer NOT NULL,
  company_id bigint NOT NULL REFERENCES company,   -- for whom it was written
  reason     text NOT NULL,
  PRIMARY KEY (piece, sequence),
  FOREIGN KEY (piece, sequence) REFERENCES cover_entry ON DELETE CASCADE
);
CREATE INDEX cover_reason_company ON cover_reason (company_id, piece);

-- Whoever gave the piece away next had it then.
INSERT INTO cover_reason (piece, sequence, company_id, reason)
SELECT e.piece, e.sequence,
       coalesce(
         (SELECT s.company_id
            FROM cover_entry_author a
            JOIN piece_transfer t ON t.piece = a.piece AND t.accepted_at > a.at
            JOIN piece_transfer_side s ON s.transfer = t.id AND s.side = 'giver'
           WHERE a.piece = e.piece AND a.sequence = e.sequence
           ORDER BY t.accepted_at
           LIMIT 1),
         p.company_id),
       e.reason
  FROM cover_entry e
  JOIN warranty_piece p ON p.serial_key = e.piece
 WHERE e.reason IS NOT NULL;

ALTER TABLE cover_entry DROP COLUMN reason;
CALL shown_to_its_company('cover_reason');
REVOKE UPDATE, DELETE ON cover_reason FROM vitrine_app;
