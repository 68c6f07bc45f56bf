-- What in an answer opens a message by itself. Where a survey has no row, what is usual does.
CREATE TABLE survey_alarm (
  survey   text PRIMARY KEY REFERENCES survey ON DELETE CASCADE,
  words    jsonb NOT NULL,                  -- lists of words by language
  scores   jsonb NOT NULL,                  -- up to which score, by the key of the question
  saved_at timestamptz NOT NULL,
  saved_by text NOT NULL
);

-- What written answers have in common, as somebody has named it.
CREATE TABLE survey_theme (
  id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  survey   text NOT NULL REFERENCES survey ON DELETE CASCADE,
  question text NOT NULL,
  name     jsonb NOT NULL,
  meeting  bigint,                          -- the number of the one whose agenda it is on
  named_at timestamptz NOT NULL,
  named_by text NOT NULL
);
CREATE INDEX survey_theme_survey ON survey_theme (survey);

-- Which answers these are, by what they say: anonymous ones have nothing else that stays.
CREATE TABLE survey_theme_text (
  survey   text NOT NULL,
  question text NOT NULL,
  key      text NOT NULL,
  theme    bigint NOT NULL REFERENCES survey_theme ON DELETE CASCADE,
  PRIMARY KEY (survey, question, key)
);
CREATE INDEX survey_theme_text_theme ON survey_theme_text (theme);

-- The results as they are brought back to those who answered, once.
CREATE TABLE survey_thanks (
  survey   text PRIMARY KEY REFERENCES survey ON DELETE CASCADE,
  number   bigint GENERATED ALWAYS AS IDENTITY UNIQUE, -- what actions name as their source
  words    jsonb NOT NULL,
  deeds    jsonb NOT NULL,                  -- what is done, by when, by whom
  version  bigint NOT NULL,
  saved_at timestamptz NOT NULL,
  saved_by text NOT NULL,
  told_at  timestamptz,
  told_by  text,
  results  jsonb,                           -- what all said, as it is told
  CHECK ((told_at IS NULL) = (results IS NULL))
);

-- For the house only: no policy lets a customer's role in.
ALTER TABLE survey_alarm ENABLE ROW LEVEL SECURITY;
ALTER TABLE survey_theme ENABLE ROW LEVEL SECURITY;
ALTER TABLE survey_theme_text ENABLE ROW LEVEL SECURITY;
ALTER TABLE survey_thanks ENABLE ROW LEVEL SECURITY;
CREATE POLICY every_company ON survey_alarm TO vitrine_app USING (true) WITH CHECK (true);
CREATE POLICY every_company ON survey_theme TO vitrine_app USING (true) WITH CHECK (true);
CREATE POLICY every_company ON survey_theme_text TO vitrine_app USING (true) WITH CHECK (true);
CREATE POLICY every_company ON survey_thanks TO vitrine_app USING (true) WITH CHECK (true);
