-- How much those who are asked have written and proposed, of whatever company: a company sees the rows of its own, and
-- the limit is of all. Kept by triggers with the owner's right, as the other sums of a meeting are.
ALTER TABLE meeting
  ADD COLUMN suggestions integer NOT NULL DEFAULT 0,
  ADD COLUMN proposals   integer NOT NULL DEFAULT 0;
UPDATE meeting m
   SET suggestions = (SELECT count(*) FROM minute_line l WHERE l.meeting = m.number AND l.company_id IS NOT NULL),
       proposals = (SELECT count(*) FROM item_proposal p WHERE p.meeting = m.number);
GRANT SELECT (suggestions, proposals) ON meeting TO vitrine_portal;

CREATE FUNCTION count_suggestion() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE meeting SET suggestions = suggestions + 1 WHERE number = NEW.meeting;
  RETURN NULL;
END
$$;
REVOKE ALL ON FUNCTION count_suggestion() FROM PUBLIC;
CREATE TRIGGER counted AFTER INSERT ON minute_line
  FOR EACH ROW WHEN (NEW.company_id IS NOT NULL) EXECUTE FUNCTION count_suggestion();

CREATE FUNCTION count_item_proposal() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE meeting SET proposals = proposals + 1 WHERE number = NEW.meeting;
  RETURN NULL;
END
$$;
REVOKE ALL ON FUNCTION count_item_proposal() FROM PUBLIC;
CREATE TRIGGER counted AFTER INSERT ON item_proposal
  FOR EACH ROW EXECUTE FUNCTION count_item_proposal();
