-- By which mail somebody got their link, so that it can be asked whether it left. It outlives the mail, which is swept.
ALTER TABLE delay_secret ADD COLUMN mail_id bigint;
