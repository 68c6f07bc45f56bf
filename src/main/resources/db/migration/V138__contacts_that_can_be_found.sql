-- Who looks after a company finds the people there: they are read anew where somebody comes to it or leaves it.
CREATE FUNCTION tell_of_member() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO change (kind, key, version)
  SELECT 'person', id::text, 0 FROM person WHERE id = coalesce(NEW.person_id, OLD.person_id);
  RETURN NULL;
END
$$;
CREATE TRIGGER tell_of_member AFTER INSERT OR UPDATE OR DELETE ON membership FOR EACH ROW EXECUTE FUNCTION tell_of_member();
