-- The second wall between companies: queries on behalf of a company run as this role and see its rows only.

DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'vitrine_portal') THEN
    CREATE ROLE vitrine_portal NOLOGIN NOINHERIT;
  END IF;
END
$$;
GRANT vitrine_portal TO CURRENT_USER;
GRANT USAGE ON SCHEMA public TO vitrine_portal;
GRANT SELECT ON company, orders, order_line, requirement, event, standing, routing TO vitrine_portal;

CREATE FUNCTION current_company() RETURNS bigint LANGUAGE sql STABLE
  RETURN NULLIF(current_setting('app.company', true), '')::bigint;

ALTER TABLE company ENABLE ROW LEVEL SECURITY;
ALTER TABLE orders ENABLE ROW LEVEL SECURITY;
ALTER TABLE order_line ENABLE ROW LEVEL SECURITY;
ALTER TABLE requirement ENABLE ROW LEVEL SECURITY;
ALTER TABLE event ENABLE ROW LEVEL SECURITY;
ALTER TABLE standing ENABLE ROW LEVEL SECURITY;
ALTER TABLE glass_link ENABLE ROW LEVEL SECURITY;

CREATE POLICY own ON company TO vitrine_portal USING (id = current_company());
CREATE POLICY own ON orders TO vitrine_portal USING (company_id = current_company());
CREATE POLICY own ON order_line TO vitrine_portal USING (company_id = current_company());
CREATE POLICY own ON requirement TO vitrine_portal USING (company_id = current_company());
CREATE POLICY own ON event TO vitrine_portal USING (company_id = current_company());
CREATE POLICY own ON standing TO vitrine_portal USING (company_id = current_company());
CREATE POLICY own ON glass_link TO vitrine_portal USING (company_id = current_company());
