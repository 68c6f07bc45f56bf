-- Photos that people send with what they say: JPEG, upright and without metadata. The id is drawn at random.
CREATE TABLE photo (
  id          text PRIMARY KEY,
  company_id  bigint REFERENCES company,   -- who sees it besides staff; staff's is nobody's until they show it to one
  owner       text NOT NULL,               -- who sent it, and alone may use it: a person, or a glass link
  name        text NOT NULL,
  width       integer NOT NULL CHECK (width > 0),
  height      integer NOT NULL CHECK (height > 0),
  picture     bytea,                       -- where it is not kept in a directory
  thumbnail   bytea,
  uploaded_at timestamptz NOT NULL,
  used_by     text,                        -- once, by what it was sent for
  CHECK ((picture IS NULL) = (thumbnail IS NULL)),
  CHECK (used_by IS NULL OR company_id IS NOT NULL)
);
-- A JPEG is not made smaller once more.
ALTER TABLE photo
  ALTER COLUMN picture SET STORAGE EXTERNAL,
  ALTER COLUMN thumbnail SET STORAGE EXTERNAL;
CREATE INDEX photo_sent ON photo (owner, uploaded_at);
CREATE INDEX photo_unused ON photo (uploaded_at) WHERE used_by IS NULL;
CREATE INDEX photo_of_company ON photo (company_id);

CALL shown_to_its_company('photo');
CALL written_by_its_company(
  'photo', '{id, owner, name, width, height, picture, thumbnail, uploaded_at}', '{used_by}');
