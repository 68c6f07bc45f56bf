-- What runs with the owner's right must not find a caller's temporary table under the name it means.
ALTER FUNCTION adopt_foreign_events() SET search_path = public, pg_temp;
