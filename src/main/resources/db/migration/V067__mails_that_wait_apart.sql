-- Digests wait apart: however many there are, what is told at once does not wait behind them.
ALTER TABLE mail
  DROP CONSTRAINT mail_lane_check,
  ADD CONSTRAINT mail_lane_check CHECK (lane IN ('owed', 'told', 'digest'));

-- Links are forgotten in time, and only those mails are looked at that may have one.
ALTER TABLE mail ADD COLUMN has_links boolean NOT NULL DEFAULT true;
UPDATE mail SET has_links = false WHERE sent_at IS NOT NULL;
CREATE INDEX mail_links ON mail (created_at) WHERE has_links;
CREATE INDEX mail_created ON mail (created_at);

-- A server that refuses an address without saying why is believed when it does so again, hours later.
ALTER TABLE bouncing_address ADD COLUMN in_doubt boolean NOT NULL DEFAULT false;
