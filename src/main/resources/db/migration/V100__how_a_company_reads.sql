-- How the people of a company read where they do not say so themselves, and at which version the company stands.
ALTER TABLE company
  ADD COLUMN language text,
  ADD COLUMN zone     text,
  ADD COLUMN version  bigint NOT NULL DEFAULT 1;

CREATE OR REPLACE VIEW company_card WITH (security_invoker = true) AS
  SELECT id, code, name, kind, tier, language, zone, version
    FROM company;

-- What was agreed with a company: each change of it, with who, when, from what to what. Only ever added to; for the house
-- only. The code is the one under which it was said.
CREATE TABLE company_agreed (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  company_id bigint NOT NULL REFERENCES company,
  code       text NOT NULL,
  version    bigint NOT NULL,           -- what the company came to by it
  at         timestamptz NOT NULL,
  actor      text NOT NULL,
  changed    jsonb NOT NULL             -- by name, what it was before and what it is after
);
CREATE INDEX company_agreed_newest ON company_agreed (company_id, at DESC, id DESC);
ALTER TABLE company_agreed ENABLE ROW LEVEL SECURITY;
CREATE POLICY every_company ON company_agreed TO vitrine_app USING (true) WITH CHECK (true);
REVOKE UPDATE, DELETE ON company_agreed FROM vitrine_app;
CREATE VIEW company_word WITH (security_invoker = true) AS
  SELECT id, company_id, code, version, at, actor, changed
    FROM company_agreed;

-- people: how somebody reads: as they say, else as their company does. Staff look after companies, and read as they do
-- themselves.
CREATE VIEW person_reading WITH (security_invoker = true) AS
  SELECT p.id AS person_id,
         coalesce(p.language, (
           SELECT c.language
             FROM membership m JOIN company c ON c.id = m.company_id
            WHERE m.person_id = p.id AND p.role IN ('customer', 'distributor') AND c.language IS NOT NULL
            ORDER BY c.code
            LIMIT 1)) AS language,
         coalesce(p.zone, (
           SELECT c.zone
             FROM membership m JOIN company c ON c.id = m.company_id
            WHERE m.person_id = p.id AND p.role IN ('customer', 'distributor') AND c.zone IS NOT NULL
            ORDER BY c.code
            LIMIT 1)) AS zone
    FROM person p;

CREATE OR REPLACE VIEW active_person WITH (security_invoker = true) AS
  SELECT p.id, p.name, p.email,
         (SELECT r.language FROM person_reading r WHERE r.person_id = p.id) AS language,
         (SELECT r.zone FROM person_reading r WHERE r.person_id = p.id) AS zone,
         p.role, p.totp_confirmed_at IS NOT NULL AS has_second_factor
    FROM person p
   WHERE p.disabled_at IS NULL;

-- tracking: what a company still waits for
CREATE VIEW open_order WITH (security_invoker = true) AS
  SELECT company_id, order_id
    FROM order_summary
   WHERE state IN ('waiting', 'in-production');

-- orders: what was promised, with the date of the word before on the same order or line
CREATE VIEW promise_given WITH (security_invoker = true) AS
  SELECT e.company_id, e.order_id, o.number, e.version, e.kind, e.recorded_at, e.actor, e.body,
         (SELECT b.body ->> 'date'
            FROM event b
           WHERE b.order_id = e.order_id AND b.version < e.version AND b.kind IN ('promised', 'promise-revised')
             AND b.body ->> 'line' IS NOT DISTINCT FROM e.body ->> 'line'
           ORDER BY b.version DESC
           LIMIT 1) AS date_before
    FROM event e
    JOIN orders o ON o.id = e.order_id
   WHERE e.kind IN ('promised', 'promise-revised');
CREATE INDEX event_promise ON event (company_id, recorded_at DESC, order_id DESC, version DESC)
  WHERE kind IN ('promised', 'promise-revised');
