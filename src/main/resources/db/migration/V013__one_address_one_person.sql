-- Who writes an address in other letters is still the same person.
UPDATE person SET email = lower(email) WHERE email <> lower(email);
CREATE UNIQUE INDEX person_email_once ON person (lower(email));
