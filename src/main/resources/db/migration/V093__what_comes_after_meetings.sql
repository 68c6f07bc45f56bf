-- What stands on an agenda again although it was closed: what was done about it did not work, or its message is open
-- again, as whoever raised it says. For the house only.
CREATE TABLE item_reopening (
  meeting     bigint NOT NULL REFERENCES meeting ON DELETE CASCADE,
  item        bigint NOT NULL REFERENCES agenda_item ON DELETE CASCADE,
  kind        text NOT NULL CHECK (kind IN ('voice', 'action')),
  key         text NOT NULL,
  reopened_at timestamptz NOT NULL,
  carried_to  bigint REFERENCES meeting,   -- on whose agenda it stands since; absent where no meeting is planned yet
  PRIMARY KEY (item, kind, key, reopened_at)
);
CREATE INDEX item_reopening_meeting ON item_reopening (meeting) WHERE carried_to IS NULL;
CREATE INDEX item_reopening_carried ON item_reopening (carried_to);
ALTER TABLE item_reopening ENABLE ROW LEVEL SECURITY;
CREATE POLICY every_company ON item_reopening TO vitrine_app USING (true) WITH CHECK (true);

-- Which mails about minutes somebody does not want any more.
CREATE TABLE meeting_mail_left (
  person_id bigint NOT NULL REFERENCES person ON DELETE CASCADE,
  topic     text NOT NULL,
  PRIMARY KEY (person_id, topic)
);
ALTER TABLE meeting_mail_left ENABLE ROW LEVEL SECURITY;
CREATE POLICY every_company ON meeting_mail_left TO vitrine_app USING (true) WITH CHECK (true);

-- What a line is called once the minutes are final: line 12 of meeting 18.
ALTER TABLE minute_line ADD COLUMN numbered integer;
GRANT SELECT (numbered) ON minute_line TO vitrine_portal;

-- Minutes that are final stay as they are, whoever writes: what is added is a correction, a line of its own. The row of
-- the meeting is held, so that nobody writes while they become final.
CREATE FUNCTION minutes_are_final() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  written bigint := CASE WHEN TG_OP = 'DELETE' THEN OLD.meeting ELSE NEW.meeting END;
  held    text;
BEGIN
  SELECT state INTO held FROM meeting WHERE number = written FOR SHARE;
  IF held = 'final' THEN
    RAISE EXCEPTION 'The minutes of meeting % are final', written USING ERRCODE = 'restrict_violation';
  END IF;
  IF TG_OP = 'DELETE' THEN
    RETURN OLD;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER a_line_stays BEFORE UPDATE OR DELETE ON minute_line
  FOR EACH ROW EXECUTE FUNCTION minutes_are_final();
CREATE TRIGGER only_corrections_come BEFORE INSERT ON minute_line
  FOR EACH ROW WHEN (NEW.corrects IS NULL) EXECUTE FUNCTION minutes_are_final();
CREATE TRIGGER minutes_are_final BEFORE INSERT OR UPDATE OR DELETE ON minute_amendment
  FOR EACH ROW EXECUTE FUNCTION minutes_are_final();
CREATE TRIGGER minutes_are_final BEFORE INSERT OR UPDATE OR DELETE ON poll
  FOR EACH ROW EXECUTE FUNCTION minutes_are_final();
CREATE TRIGGER minutes_are_final BEFORE INSERT OR UPDATE OR DELETE ON poll_voter
  FOR EACH ROW EXECUTE FUNCTION minutes_are_final();
CREATE TRIGGER minutes_are_final BEFORE INSERT OR UPDATE OR DELETE ON poll_ballot
  FOR EACH ROW EXECUTE FUNCTION minutes_are_final();
CREATE TRIGGER minutes_are_final BEFORE INSERT OR UPDATE OR DELETE ON attendance
  FOR EACH ROW EXECUTE FUNCTION minutes_are_final();
CREATE TRIGGER minutes_are_final BEFORE INSERT OR UPDATE OR DELETE ON item_vote
  FOR EACH ROW EXECUTE FUNCTION minutes_are_final();
CREATE TRIGGER minutes_are_final BEFORE INSERT OR UPDATE OR DELETE ON item_proposal
  FOR EACH ROW EXECUTE FUNCTION minutes_are_final();
CREATE TRIGGER no_item_comes_or_goes BEFORE INSERT OR DELETE ON agenda_item
  FOR EACH ROW EXECUTE FUNCTION minutes_are_final();
-- Its figures follow its sources, and what stayed open is carried to the next agenda, whenever that is planned.
CREATE TRIGGER an_item_stays BEFORE UPDATE ON agenda_item
  FOR EACH ROW
  WHEN ((OLD.meeting, OLD.title, OLD.minutes, OLD.opened, OLD.carried_from, OLD.merged_into, OLD.drop_reason, OLD.answer,
         OLD.closed_at)
        IS DISTINCT FROM
        (NEW.meeting, NEW.title, NEW.minutes, NEW.opened, NEW.carried_from, NEW.merged_into, NEW.drop_reason, NEW.answer,
         NEW.closed_at)
        OR OLD.state <> NEW.state AND NOT (OLD.state = 'open' AND NEW.state = 'carried'))
  EXECUTE FUNCTION minutes_are_final();

CREATE FUNCTION meeting_is_final() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The minutes of meeting % are final', OLD.number USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER it_stays_final BEFORE UPDATE ON meeting
  FOR EACH ROW
  WHEN (OLD.state = 'final'
        AND (OLD.number, OLD.kind, OLD.state, OLD.title, OLD.starts_at, OLD.zone, OLD.length_minutes, OLD.live_at,
             OLD.prepared_at, OLD.final_at)
            IS DISTINCT FROM
            (NEW.number, NEW.kind, NEW.state, NEW.title, NEW.starts_at, NEW.zone, NEW.length_minutes, NEW.live_at,
             NEW.prepared_at, NEW.final_at))
  EXECUTE FUNCTION meeting_is_final();
