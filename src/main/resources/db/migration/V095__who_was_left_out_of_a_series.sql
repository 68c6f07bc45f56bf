-- Who is meant by whom a series asks and was not chosen when it was asked: its later dates ask them neither.
ALTER TABLE meeting_series ADD COLUMN left_out bigint[] NOT NULL DEFAULT '{}';
