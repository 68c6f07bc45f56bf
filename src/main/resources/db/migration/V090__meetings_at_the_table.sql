-- What a meeting needs while it is held. The sums that all at the table read are kept beside what they are sums of, by
-- triggers with the owner's right: a company sees no row of another, and reads the sums all the same.

-- Since when we are where we are, for the minutes that are left; and who came.
ALTER TABLE meeting
  ADD COLUMN item_since     timestamptz,
  ADD COLUMN people_came    integer NOT NULL DEFAULT 0,
  ADD COLUMN companies_came integer NOT NULL DEFAULT 0;
GRANT SELECT (item_since, people_came, companies_came) ON meeting TO vitrine_portal;

CREATE FUNCTION count_who_came() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE
  concerned bigint := CASE WHEN TG_OP = 'DELETE' THEN OLD.meeting ELSE NEW.meeting END;
BEGIN
  UPDATE meeting
     SET (people_came, companies_came) = (
           SELECT count(*), count(DISTINCT a.company_id) FROM attendance a WHERE a.meeting = concerned)
   WHERE number = concerned;
  RETURN NULL;
END
$$;
REVOKE ALL ON FUNCTION count_who_came() FROM PUBLIC;
CREATE TRIGGER counted AFTER INSERT OR DELETE ON attendance FOR EACH ROW EXECUTE FUNCTION count_who_came();

-- Lines move: the places of all that follow are raised in one statement, which is checked at its end. A new line stands
-- at the version that the meeting has by then, which no line is beyond.
ALTER TABLE minute_line
  DROP CONSTRAINT minute_line_meeting_sequence_key,
  ADD CONSTRAINT minute_line_place UNIQUE (meeting, sequence) DEFERRABLE INITIALLY IMMEDIATE;

-- How many have voted, and what of it is told: by name at once, in secret once it is closed.
ALTER TABLE poll ADD COLUMN voted integer NOT NULL DEFAULT 0;

-- What a poll comes to: how many said each, and how many passed.
CREATE FUNCTION poll_tally(counted bigint) RETURNS jsonb LANGUAGE sql STABLE
SET search_path = public, pg_temp AS $$
  WITH said AS (
    SELECT v.choice FROM poll_voter v JOIN poll p ON p.id = v.poll WHERE p.id = counted AND v.voted AND NOT p.secret
    UNION ALL
    SELECT b.choice FROM poll_ballot b WHERE b.poll = counted)
  SELECT jsonb_build_object(
           'counts', (SELECT jsonb_agg((SELECT count(*) FROM said WHERE said.choice = at) ORDER BY at)
                        FROM generate_series(0, cardinality(p.choices) - 1) AS at),
           'passed', (SELECT count(*) FROM said WHERE said.choice IS NULL))
    FROM poll p
   WHERE p.id = counted
$$;
REVOKE ALL ON FUNCTION poll_tally(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION poll_tally(bigint) TO vitrine_app;

-- A vote counts where its company is asked and the poll is open, and says in secret nothing but that it was cast.
CREATE FUNCTION count_poll_vote() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE
  asked poll;
BEGIN
  SELECT * INTO STRICT asked FROM poll WHERE id = NEW.poll AND meeting = NEW.meeting;
  IF asked.state <> 'open' THEN
    RAISE EXCEPTION 'poll % is closed', NEW.poll USING ERRCODE = 'check_violation';
  END IF;
  IF asked.secret AND NEW.choice IS NOT NULL OR NEW.choice NOT BETWEEN 0 AND cardinality(asked.choices) - 1 THEN
    RAISE EXCEPTION 'poll % takes no such choice', NEW.poll USING ERRCODE = 'check_violation';
  END IF;
  IF NOT EXISTS (SELECT FROM meeting_company WHERE company_id = NEW.company_id AND meeting = NEW.meeting) THEN
    RAISE EXCEPTION 'company % is not asked', NEW.company_id USING ERRCODE = 'check_violation';
  END IF;
  UPDATE poll
     SET voted = (SELECT count(*) FROM poll_voter v WHERE v.poll = NEW.poll AND v.voted),
         result = CASE WHEN secret THEN result ELSE poll_tally(id) END
   WHERE id = NEW.poll;
  RETURN NULL;
END
$$;
REVOKE ALL ON FUNCTION count_poll_vote() FROM PUBLIC;
CREATE TRIGGER counted AFTER INSERT OR UPDATE ON poll_voter FOR EACH ROW EXECUTE FUNCTION count_poll_vote();

-- With each ballot that is cast, all ballots of its poll are written anew in one statement, by choice and under new
-- keys: all of them come from the same transaction and stand in an order that says nothing, so the rows of a poll that
-- is open tell who voted last, and not what. There are never more of them than companies that voted.
CREATE FUNCTION shuffle_ballots() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE
  shuffled bigint;
BEGIN
  FOR shuffled IN SELECT DISTINCT poll FROM cast_now LOOP
    IF NOT EXISTS (SELECT FROM poll WHERE id = shuffled AND secret AND state = 'open')
       OR (SELECT count(*) FROM poll_ballot WHERE poll = shuffled)
          > (SELECT count(*) FROM poll_voter WHERE poll = shuffled AND voted) THEN
      RAISE EXCEPTION 'poll % takes no such ballot', shuffled USING ERRCODE = 'check_violation';
    END IF;
    WITH before AS (DELETE FROM poll_ballot WHERE poll = shuffled RETURNING meeting, poll, choice)
    INSERT INTO poll_ballot (meeting, poll, choice)
    SELECT meeting, poll, choice FROM before ORDER BY choice NULLS LAST;
  END LOOP;
  RETURN NULL;
END
$$;
REVOKE ALL ON FUNCTION shuffle_ballots() FROM PUBLIC;
CREATE TRIGGER shuffled AFTER INSERT ON poll_ballot REFERENCING NEW TABLE AS cast_now
  FOR EACH STATEMENT WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION shuffle_ballots();
