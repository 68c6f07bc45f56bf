-- From when an order is late, worked out once where everything about it is: the end of the promised day in the plant's
-- zone. What is in flight is looked at anew at the next start, and after each that finds the plant in another zone.
ALTER TABLE order_summary
  ADD COLUMN late_from  timestamptz,
  ADD COLUMN plant_zone text;
