-- An example is taken away whole, by its owner's right: nothing real may become a part of it, nor it of anything real.

CREATE FUNCTION one_is_an_example(one bigint, other bigint) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM example WHERE company_id IN (one, other))
$$;

CREATE FUNCTION an_example_stays_apart() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'An example does not become another company' USING ERRCODE = 'check_violation';
END
$$;
CREATE TRIGGER stays_apart BEFORE UPDATE OF company_id ON example
  FOR EACH ROW EXECUTE FUNCTION an_example_stays_apart();
