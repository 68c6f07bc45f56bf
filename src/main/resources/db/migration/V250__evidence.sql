-- What was seen where things are made: pictures, clips and papers, by the SHA-256 of the file as it was sent. What is
-- kept of a picture is written anew, in two sizes. Nobody's by itself: who sees it follows from where it stands.
CREATE TABLE evidence (
  sha256      text PRIMARY KEY CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  kind        text NOT NULL CHECK (kind IN ('photo', 'clip', 'paper')),
  media       text NOT NULL,
  full_bytes  bigint NOT NULL CHECK (full_bytes > 0),
  small_bytes bigint NOT NULL CHECK (small_bytes >= 0),   -- 0 where there is no small one
  width       integer,
  height      integer,
  sent_by     text NOT NULL,
  sent_at     timestamptz NOT NULL,                        -- last
  used        boolean NOT NULL DEFAULT false               -- whether anything names it
);
CREATE INDEX evidence_unused ON evidence (sent_at) WHERE NOT used;

-- Its content, where it is not kept in a directory: in pieces, so that no file has to fit in memory.
CREATE TABLE evidence_piece (
  sha256  text NOT NULL REFERENCES evidence ON DELETE CASCADE,
  size    text NOT NULL CHECK (size IN ('full', 'small')),
  number  integer NOT NULL,
  content bytea NOT NULL,
  PRIMARY KEY (sha256, size, number)
);
ALTER TABLE evidence_piece ALTER COLUMN content SET STORAGE EXTERNAL;

-- What all of it takes, in one row: whoever adds the last byte that there is room for is told.
CREATE TABLE evidence_room (
  one   boolean PRIMARY KEY DEFAULT true CHECK (one),
  files bigint NOT NULL,
  bytes bigint NOT NULL
);
