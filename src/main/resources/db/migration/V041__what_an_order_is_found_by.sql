-- Lists look for an order by its number in any letters.
CREATE OR REPLACE VIEW order_head WITH (security_invoker = true) AS
  SELECT id, company_id, number, customer_reference, placed_on, promised_on, cancel_reason, version, plan_version,
         number_key
    FROM orders;
