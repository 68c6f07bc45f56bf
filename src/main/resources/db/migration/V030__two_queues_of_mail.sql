-- What is owed to somebody (a link to sign in) never waits behind what they are merely told: each
-- lane has a bound of its own and a thread that sends it. Beside its text, a mail has the same as HTML.
ALTER TABLE mail
  ADD COLUMN lane text NOT NULL DEFAULT 'owed' CHECK (lane IN ('owed', 'told')),
  ADD COLUMN html text;

DROP INDEX mail_waiting;
CREATE INDEX mail_waiting ON mail (lane, next_attempt_at, id) WHERE sent_at IS NULL AND next_attempt_at IS NOT NULL;
