-- What customers are asked, when, and whether it may be known who answered.
CREATE TABLE survey (
  code         text PRIMARY KEY CHECK (code ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
  title        jsonb NOT NULL,
  introduction jsonb NOT NULL,
  occasion     text NOT NULL,
  privacy      text NOT NULL CHECK (privacy IN ('named', 'confidential', 'anonymous')),
  everybody    boolean NOT NULL,
  tiers        text[] NOT NULL,
  companies    text[] NOT NULL,              -- by their codes, which lead on where one becomes a part of another
  sample       jsonb,                        -- how many of them; absent for all
  seed         bigint NOT NULL,              -- by which the sample is drawn, and can be drawn again
  opens        timestamptz NOT NULL,
  closes       timestamptz NOT NULL CHECK (closes > opens),
  questions    jsonb NOT NULL,
  follows      text REFERENCES survey,       -- the round before
  state        text NOT NULL CHECK (state IN ('draft', 'open', 'closed')),
  asked        boolean NOT NULL DEFAULT false, -- somebody was asked: what is asked stays as it is
  deed_at      timestamptz,                  -- when the clock has something to do about it
  version      bigint NOT NULL,
  saved_at     timestamptz NOT NULL,
  saved_by     text NOT NULL
);
CREATE INDEX survey_deed ON survey (deed_at) WHERE deed_at IS NOT NULL;

-- Who asked in confidence must not be able to change that afterwards, whatever the program would let them.
CREATE FUNCTION keep_what_was_asked() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.asked AND (NEW.privacy, NEW.questions, NEW.asked) IS DISTINCT FROM (OLD.privacy, OLD.questions, true) THEN
    RAISE EXCEPTION 'somebody was asked by survey % already', OLD.code USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER kept BEFORE UPDATE ON survey FOR EACH ROW EXECUTE FUNCTION keep_what_was_asked();

-- Who is asked, and whether they have answered. When, and what they had begun to write, stands here only where the
-- survey is not anonymous.
CREATE TABLE survey_asked (
  survey      text NOT NULL REFERENCES survey ON DELETE CASCADE,
  person_id   bigint NOT NULL REFERENCES person ON DELETE CASCADE,
  company_id  bigint NOT NULL REFERENCES company,
  about       text NOT NULL,                 -- the number of the order or the message; empty where it is about neither
  asked_at    timestamptz,                   -- absent until they are
  step        integer NOT NULL DEFAULT 0,    -- 0 to be asked, 1 to be reminded, 2 no more
  mail_at     timestamptz,                   -- when the clock writes to them
  answered    boolean NOT NULL DEFAULT false,
  answered_at timestamptz,
  draft       jsonb,
  PRIMARY KEY (survey, person_id)
);
CREATE INDEX survey_asked_mail ON survey_asked (mail_at) WHERE mail_at IS NOT NULL;
CREATE INDEX survey_asked_person ON survey_asked (person_id);
CREATE INDEX survey_asked_company ON survey_asked (company_id);

CREATE FUNCTION forget_who_wrote() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.answered_at IS NOT NULL OR NEW.draft IS NOT NULL)
     AND EXISTS (SELECT FROM survey s WHERE s.code = NEW.survey AND s.privacy = 'anonymous') THEN
    RAISE EXCEPTION 'survey % is anonymous', NEW.survey USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER nameless BEFORE INSERT OR UPDATE ON survey_asked FOR EACH ROW EXECUTE FUNCTION forget_who_wrote();

-- The links in mails: only their hash.
CREATE TABLE survey_link (
  token_hash bytea PRIMARY KEY,
  survey     text NOT NULL,
  person_id  bigint NOT NULL,
  FOREIGN KEY (survey, person_id) REFERENCES survey_asked ON DELETE CASCADE
);
CREATE INDEX survey_link_asked ON survey_link (survey, person_id);

-- When somebody was asked last, by whatever survey: one row a person, which is the lock.
CREATE TABLE survey_pace (
  person_id bigint PRIMARY KEY REFERENCES person ON DELETE CASCADE,
  asked_at  timestamptz NOT NULL
);

-- Who does not want to be asked any more.
CREATE TABLE survey_left (
  person_id bigint PRIMARY KEY REFERENCES person ON DELETE CASCADE
);

-- What happened that somebody may be asked after: an order of which something left or arrived, a complaint that was
-- solved.
CREATE TABLE survey_cause (
  occasion   text NOT NULL,
  key        text NOT NULL,                  -- the key of the order, the number of the message
  company_id bigint NOT NULL REFERENCES company,
  people     jsonb NOT NULL,                 -- whom it concerns; empty where it is for the company's contacts
  due_at     timestamptz NOT NULL,
  PRIMARY KEY (occasion, key)
);
CREATE INDEX survey_cause_due ON survey_cause (due_at);
CREATE INDEX survey_cause_company ON survey_cause (company_id);

-- Answers of which it may be known whose they are.
CREATE TABLE survey_sheet (
  id          uuid PRIMARY KEY,
  survey      text NOT NULL REFERENCES survey,
  company_id  bigint NOT NULL REFERENCES company,
  channel     text NOT NULL,
  answered_at timestamptz NOT NULL,
  typed_by    text,                          -- who of the house wrote them down
  may_follow  boolean NOT NULL,              -- they want to hear from us about it
  answers     jsonb NOT NULL
);
CREATE INDEX survey_sheet_survey ON survey_sheet (survey, answered_at);
CREATE INDEX survey_sheet_company ON survey_sheet (company_id);

-- Whose a sheet is: kept apart, so that nothing that reads answers reads it along.
CREATE TABLE survey_sheet_person (
  sheet     uuid PRIMARY KEY REFERENCES survey_sheet ON DELETE CASCADE,
  person_id bigint NOT NULL REFERENCES person ON DELETE CASCADE
);
CREATE INDEX survey_sheet_person_person ON survey_sheet_person (person_id);

-- Anonymous answers: no person, no company, no time, a random key (decision 0112).
CREATE TABLE anonymous_sheet (
  id      uuid PRIMARY KEY,
  survey  text NOT NULL REFERENCES survey,
  channel text NOT NULL,
  answers jsonb NOT NULL
);
CREATE INDEX anonymous_sheet_survey ON anonymous_sheet (survey);

CALL shown_to_its_company('survey_asked');

-- For the house only: no policy lets a customer's role in.
ALTER TABLE survey ENABLE ROW LEVEL SECURITY;
ALTER TABLE survey_link ENABLE ROW LEVEL SECURITY;
ALTER TABLE survey_pace ENABLE ROW LEVEL SECURITY;
ALTER TABLE survey_left ENABLE ROW LEVEL SECURITY;
ALTER TABLE survey_cause ENABLE ROW LEVEL SECURITY;
ALTER TABLE survey_sheet ENABLE ROW LEVEL SECURITY;
ALTER TABLE survey_sheet_person ENABLE ROW LEVEL SECURITY;
ALTER TABLE anonymous_sheet ENABLE ROW LEVEL SECURITY;
CREATE POLICY every_company ON survey TO vitrine_app USING (true) WITH CHECK (true);
CREATE POLICY every_company ON survey_link TO vitrine_app USING (true) WITH CHECK (true);
CREATE POLICY every_company ON survey_pace TO vitrine_app USING (true) WITH CHECK (true);
CREATE POLICY every_company ON survey_left TO vitrine_app USING (true) WITH CHECK (true);
CREATE POLICY every_company ON survey_cause TO vitrine_app USING (true) WITH CHECK (true);
CREATE POLICY every_company ON survey_sheet TO vitrine_app USING (true) WITH CHECK (true);
CREATE POLICY every_company ON survey_sheet_person TO vitrine_app USING (true) WITH CHECK (true);
CREATE POLICY every_company ON anonymous_sheet TO vitrine_app USING (true) WITH CHECK (true);
REVOKE UPDATE, DELETE ON survey_sheet, survey_sheet_person FROM vitrine_app;
REVOKE UPDATE ON anonymous_sheet FROM vitrine_app;
