-- By which account of the company's own provider somebody came in first: there, an address may be given to another
-- person one day.
ALTER TABLE person
  ADD COLUMN open_id_issuer  text,
  ADD COLUMN open_id_subject text;
