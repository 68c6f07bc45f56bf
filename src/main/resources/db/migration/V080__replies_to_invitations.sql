-- mail: how far a mailbox was read, by the numbers that its server gives (RFC 3501, 2.3.1.1), and who is at it.
CREATE TABLE mailbox_position (
  mailbox       text PRIMARY KEY,
  validity      bigint NOT NULL DEFAULT 0,
  last_uid      bigint NOT NULL DEFAULT 0,
  reading_until timestamptz NOT NULL
);

-- invitations: what mail programs replied, counted or not; what does not explain itself is for staff to see.
CREATE TABLE invitation_reply (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  message     bytea NOT NULL UNIQUE,   -- names the mail, so that the same one does not count twice
  kind        text,
  occasion    bigint,                  -- what it is about, where that is ours
  person_id   bigint REFERENCES person ON DELETE SET NULL,  -- who was asked, where that is known
  sender      text NOT NULL,
  attendee    text NOT NULL,           -- for whom it says it speaks
  answer      text NOT NULL,
  note        text,
  written_at  timestamptz,             -- as the mail program says
  sequence    integer,
  received_at timestamptz NOT NULL,
  outcome     text NOT NULL
);
CREATE INDEX invitation_reply_occasion ON invitation_reply (kind, occasion, id DESC);
CREATE INDEX invitation_reply_received ON invitation_reply (received_at);
CREATE INDEX invitation_reply_person ON invitation_reply (person_id) WHERE person_id IS NOT NULL;
