-- When the house was backed up, as whoever did it said: other programs make backups, and this one cannot see them.
CREATE TABLE backup_mark (
  id   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at   timestamptz NOT NULL,
  by   text NOT NULL,
  note text
);
CREATE INDEX backup_mark_at ON backup_mark (at DESC, id DESC);
