-- What each room offers the others to read, so that a statement of theirs names none of its tables. Read with the rights
-- of whoever asks, hence behind the same walls; folded into the statement that names them, so they cost nothing.

-- companies
CREATE VIEW company_card WITH (security_invoker = true) AS
  SELECT id, code, name, kind, tier
    FROM company;

-- access
CREATE VIEW active_key WITH (security_invoker = true) AS
  SELECT id
    FROM api_key
   WHERE revoked_at IS NULL;

CREATE VIEW person_seen WITH (security_invoker = true) AS
  SELECT subject_id AS person_id, max(seen_at) AS seen_at
    FROM session
   WHERE kind = 'person'
   GROUP BY subject_id;

-- people
CREATE VIEW active_person WITH (security_invoker = true) AS
  SELECT id, name, email, language, zone, role, totp_confirmed_at IS NOT NULL AS has_second_factor
    FROM person
   WHERE disabled_at IS NULL;

CREATE VIEW person_company WITH (security_invoker = true) AS
  SELECT person_id, company_id
    FROM membership;

-- signin: what is half done, or known of somebody, ends with what access ends
CREATE FUNCTION end_sign_in_steps(of_person bigint) RETURNS void LANGUAGE sql
BEGIN ATOMIC
  DELETE FROM sign_in_step WHERE person_id = of_person;
END;

CREATE FUNCTION forget_browsers(of_person bigint, but_of_session bytea) RETURNS void LANGUAGE sql
BEGIN ATOMIC
  DELETE FROM known_browser WHERE person_id = of_person AND session_hash IS DISTINCT FROM but_of_session;
END;

-- orders
CREATE VIEW order_head WITH (security_invoker = true) AS
  SELECT id, company_id, number, customer_reference, placed_on, promised_on, cancel_reason, version, plan_version
    FROM orders;

CREATE VIEW order_event WITH (security_invoker = true) AS
  SELECT company_id, order_id, version, kind, report_id, happened_at, recorded_at, source, actor, sender, body
    FROM event;

CREATE VIEW demanded_stage WITH (security_invoker = true) AS
  SELECT l.routing, r.stage
    FROM order_line l
    JOIN requirement r ON r.order_id = l.order_id AND r.line = l.number;

GRANT SELECT ON company_card, order_head, order_event TO vitrine_portal;

-- tracking
CREATE VIEW open_glass_link WITH (security_invoker = true) AS
  SELECT id, expires_at
    FROM glass_link
   WHERE revoked_at IS NULL;

-- An order can be found in lists from the moment that it is placed.
CREATE FUNCTION begin_order_summary() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO order_summary (company_id, order_id, version, state)
  VALUES (new.company_id, new.id, 0, 'waiting')
  ON CONFLICT (order_id) DO NOTHING;
  RETURN NULL;
END
$$;
CREATE TRIGGER begin_order_summary AFTER INSERT ON orders FOR EACH ROW EXECUTE FUNCTION begin_order_summary();
