-- What people can look for, as the rooms say it. Derived: it may be emptied, and is filled again (search_source).
--
-- A shelf holds a few thousand entries of one kind, in the order in which they came to be. A mark says that an entry on
-- this shelf has these one, two or three neighbouring characters: so the newest shelf can be asked first, however
-- common what is looked for is, and no question has to go through what a million entries have in common.
CREATE TABLE search_shelf (
  shelf   integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind    text NOT NULL,
  entries integer NOT NULL DEFAULT 0
);
CREATE INDEX search_shelf_newest ON search_shelf (kind, shelf DESC);

CREATE TABLE search_entry (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind       text NOT NULL,
  key        text NOT NULL,
  company_id bigint REFERENCES company ON DELETE CASCADE,   -- whose people find it; absent where the house alone does
  for_house  boolean NOT NULL,            -- whether staff find it
  shelf      integer NOT NULL,
  title      jsonb NOT NULL,              -- a text, or the same by language
  detail     jsonb,
  address    text NOT NULL,
  is_page    boolean NOT NULL,            -- whether the page at this address is about it alone
  numbers    text[] NOT NULL,             -- what it is called on paper: folded, letters and digits alone
  words      text COLLATE "C" NOT NULL,   -- what it is found by, folded, each word after a space; a number after #
  marks      integer[] NOT NULL,
  at         timestamptz NOT NULL,
  UNIQUE NULLS NOT DISTINCT (kind, key, company_id)
);
CREATE INDEX search_entry_marks ON search_entry USING gin (marks) WITH (fastupdate = off);
CREATE INDEX search_entry_company ON search_entry (company_id, kind, id DESC) WHERE company_id IS NOT NULL;
CREATE INDEX search_entry_address ON search_entry (address) WHERE is_page;
CALL shown_to_its_company('search_entry');

-- The numbers of entries, to be found by how they begin.
CREATE TABLE search_number (
  number     text COLLATE "C" NOT NULL,
  entry      bigint NOT NULL REFERENCES search_entry ON DELETE CASCADE,
  company_id bigint REFERENCES company ON DELETE CASCADE,
  kind       text NOT NULL,
  for_house  boolean NOT NULL
);
CREATE INDEX search_number_house ON search_number (kind, number) INCLUDE (entry) WHERE for_house;
CREATE INDEX search_number_company ON search_number (company_id, kind, number) WHERE company_id IS NOT NULL;
CREATE INDEX search_number_entry ON search_number (entry);
CALL shown_to_its_company('search_number');

-- How far each kind is filled with what was there before search heard of it.
CREATE TABLE search_source (
  kind      text PRIMARY KEY,
  edition   text NOT NULL,
  filled_to text NOT NULL DEFAULT '',     -- the last key that was read
  filled_at timestamptz                   -- when it came to the end; absent until then
);

-- What somebody opened last, to be found first.
CREATE TABLE search_opened (
  person_id  bigint NOT NULL REFERENCES person ON DELETE CASCADE,
  company_id bigint REFERENCES company ON DELETE CASCADE,   -- for which they worked; absent for staff
  address    text NOT NULL,
  at         timestamptz NOT NULL,
  UNIQUE NULLS NOT DISTINCT (person_id, company_id, address)
);
CREATE INDEX search_opened_last ON search_opened (person_id, at DESC);
CALL shown_to_its_company('search_opened');
CALL written_by_its_company('search_opened', '{person_id, address, at}', '{at}');

-- The marks that entries on a shelf have, of what is looked for: as the program makes them when it writes an entry.
CREATE FUNCTION search_marks(grams integer[], shelf integer) RETURNS integer[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN (SELECT array_agg(gram # (shelf * 7919)) FROM unnest(grams) AS gram);

-- companies
CREATE VIEW company_since WITH (security_invoker = true) AS
  SELECT id, created_at
    FROM company;

-- people: who comes, changes or goes is heard of, whichever room writes it.
CREATE FUNCTION tell_of_person() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO change (kind, key, version) VALUES ('person', NEW.id::text, 0);
  RETURN NULL;
END
$$;
CREATE TRIGGER tell_of_newcomer AFTER INSERT ON person FOR EACH ROW EXECUTE FUNCTION tell_of_person();
CREATE TRIGGER tell_of_person AFTER UPDATE OF name, email, role, disabled_at ON person FOR EACH ROW
  WHEN ((old.name, old.email, old.role, old.disabled_at) IS DISTINCT FROM (new.name, new.email, new.role, new.disabled_at))
  EXECUTE FUNCTION tell_of_person();
