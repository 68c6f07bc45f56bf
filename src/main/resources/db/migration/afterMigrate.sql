-- After every migration: what refers to a company's things can wait until both have moved (V101). Schemas of before do
-- not know it yet, and whoever may only serve has nothing to prepare.
DO $$
BEGIN
  IF to_regprocedure('let_companies_become_one()') IS NOT NULL THEN
    IF has_function_privilege('let_companies_become_one()', 'EXECUTE') THEN
      CALL let_companies_become_one();
    END IF;
  END IF;
END
$$;
