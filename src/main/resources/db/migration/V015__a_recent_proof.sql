-- When whoever holds a session last proved again who they are; before that, it is when they signed in.
ALTER TABLE session ADD COLUMN proved_at timestamptz;

-- There from the start, so that a sign-in can hold on to the rule that it goes by.
INSERT INTO setting (name, value) VALUES ('second-factor-for-staff', 'false') ON CONFLICT DO NOTHING;
