-- Which pieces and which lots left with a shipment, where the plant knows. What orders are read by knows nothing of it.
ALTER TABLE shipment_item
  ADD COLUMN serials text[],
  ADD COLUMN lots    text[];

CREATE VIEW shipped_unit WITH (security_invoker = true) AS
  SELECT s.company_id, s.order_id, s.number AS shipment, i.line, i.quantity, i.serials, i.lots, s.left_on, s.delivered_on
    FROM shipment s
    JOIN shipment_item i ON i.order_id = s.order_id AND i.shipment = s.number_key
   WHERE s.withdrawn IS NULL AND (i.serials IS NOT NULL OR i.lots IS NOT NULL);

ALTER TABLE trace_passage ADD COLUMN line integer;
