-- After every migration: what refers to a company's things can wait until both have moved (V101). Schemas of before do
-- not know it yet.
DO $$
BEGIN
  IF to_regprocedure('let_companies_become_one()') IS NOT NULL THEN
    CALL let_companies_become_one();
  END IF;
END
$$;
