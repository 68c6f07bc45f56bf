-- Tables and columns are called what the field calls them. Policies, grants and functions follow by themselves.

ALTER TABLE orders RENAME COLUMN cancelled TO cancel_reason;
ALTER TABLE orders RENAME COLUMN planned TO plan_version;
ALTER TABLE requirement RENAME COLUMN ordered TO specification;

ALTER TABLE standing RENAME TO order_summary;
ALTER INDEX standing_in_flight RENAME TO order_summary_in_flight;
ALTER INDEX standing_company RENAME TO order_summary_company;
DO $$
DECLARE
  old name;
BEGIN
  FOR old IN SELECT conname FROM pg_constraint WHERE conrelid = 'order_summary'::regclass AND conname LIKE 'standing%'
  LOOP
    EXECUTE format('ALTER TABLE order_summary RENAME CONSTRAINT %I TO %I', old, replace(old, 'standing', 'order_summary'));
  END LOOP;
END
$$;
