-- In which language somebody reads, and in which time zone (IANA) they are told times. Unknown until
-- they or whoever invited them say it: then mails come in every language, with the plant's times.
ALTER TABLE person
  ADD COLUMN language text,
  ADD COLUMN zone text;
