-- Design reviews: a question, proposals that answer it, and what those who take part think of them.
CREATE TABLE review (
  number    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  title     text NOT NULL,
  question  text NOT NULL,
  opens_at  timestamptz NOT NULL,
  closes_at timestamptz NOT NULL,
  word      text NOT NULL CHECK (word IN ('person', 'company')), -- whose word counts: each person's, or one a company
  tiers     text[] NOT NULL,
  companies bigint[] NOT NULL,
  most_each integer NOT NULL,                                    -- proposals of one person
  made_at   timestamptz NOT NULL,
  made_by   text NOT NULL,
  proposals integer NOT NULL DEFAULT 0,
  grouped   integer NOT NULL DEFAULT 0,                          -- how many there were when they were grouped last
  desk      integer NOT NULL DEFAULT 0,                          -- raised whenever somebody changes groups
  CHECK (opens_at < closes_at),
  CONSTRAINT review_is_full CHECK (proposals <= 10000)
);

-- Which companies take part.
CREATE TABLE review_seat (
  company_id bigint NOT NULL REFERENCES company,
  review     bigint NOT NULL REFERENCES review,
  PRIMARY KEY (company_id, review)
);

-- Proposals that are alike, for staff: found by the program until somebody names, splits or joins them.
CREATE TABLE proposal_group (
  id     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  review bigint NOT NULL REFERENCES review,
  name   text,
  kept   boolean NOT NULL                   -- somebody has made it theirs: the program leaves it as it is
);
CREATE INDEX proposal_group_review ON proposal_group (review);

-- One idea each. A company reads its own rows; of the others', the program shows what is open to all who take part.
CREATE TABLE proposal (
  review       bigint NOT NULL REFERENCES review,
  number       bigint NOT NULL,             -- drawn at random: one that counts up would tell who was early
  company_id   bigint NOT NULL,
  person_id    bigint NOT NULL,
  proposed_by  text NOT NULL,
  company_name text,                        -- present where the company lets others see whose it is
  text         text NOT NULL CHECK (char_length(text) <= 300),
  proposed_at  timestamptz NOT NULL,
  seen         integer NOT NULL DEFAULT 0,  -- how many said something to it, passing included
  agreed       integer NOT NULL DEFAULT 0,
  disagreed    integer NOT NULL DEFAULT 0,
  group_id     bigint REFERENCES proposal_group ON DELETE SET NULL,
  answer       text CHECK (answer IN ('adopted', 'changed', 'declined', 'same')),
  reason       text,
  same_as      bigint,
  answered_at  timestamptz,
  answered_by  text,
  told_at      timestamptz,                 -- when whoever proposed it was told of that answer
  PRIMARY KEY (review, number),
  CONSTRAINT proposal_has_a_seat FOREIGN KEY (company_id, review) REFERENCES review_seat,
  FOREIGN KEY (review, same_as) REFERENCES proposal
);
CREATE INDEX proposal_seen ON proposal (review, seen);
CREATE INDEX proposal_person ON proposal (review, person_id);
CREATE INDEX proposal_group_member ON proposal (group_id);
CREATE INDEX proposal_untold ON proposal (answered_at) WHERE answered_at IS NOT NULL AND told_at IS NULL;

-- One word of each voter to each proposal, which may change until the review closes.
CREATE TABLE proposal_vote (
  company_id bigint NOT NULL,
  review     bigint NOT NULL,
  proposal   bigint NOT NULL,
  voter      bigint NOT NULL,               -- the person; 0 where the company has one word
  person_id  bigint NOT NULL,
  choice     text NOT NULL CHECK (choice IN ('agree', 'disagree', 'pass')),
  voted_at   timestamptz NOT NULL,
  PRIMARY KEY (review, company_id, voter, proposal),
  CONSTRAINT vote_has_a_seat FOREIGN KEY (company_id, review) REFERENCES review_seat,
  FOREIGN KEY (review, proposal) REFERENCES proposal
);

-- What is counted is counted where it is written, whoever writes: customers see no other company's rows.
CREATE FUNCTION count_proposal() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  UPDATE review SET proposals = proposals + 1 WHERE number = NEW.review;
  RETURN NULL;
END
$$;
CREATE FUNCTION count_vote() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  before text := CASE WHEN TG_OP = 'UPDATE' THEN OLD.choice END;
BEGIN
  UPDATE proposal
     SET seen = seen + (before IS NULL)::int,
         agreed = agreed + (NEW.choice = 'agree')::int - coalesce((before = 'agree')::int, 0),
         disagreed = disagreed + (NEW.choice = 'disagree')::int - coalesce((before = 'disagree')::int, 0)
   WHERE review = NEW.review AND number = NEW.proposal;
  RETURN NULL;
END
$$;
REVOKE ALL ON FUNCTION count_proposal(), count_vote() FROM PUBLIC;
CREATE TRIGGER counted AFTER INSERT ON proposal FOR EACH ROW EXECUTE FUNCTION count_proposal();
CREATE TRIGGER counted AFTER INSERT OR UPDATE OF choice ON proposal_vote FOR EACH ROW EXECUTE FUNCTION count_vote();

CALL shown_to_its_company('review_seat');
CALL shown_to_its_company('proposal');
CALL shown_to_its_company('proposal_vote');
CALL written_by_its_company(
  'proposal', '{review, number, person_id, proposed_by, company_name, text, proposed_at}', '{}');
CALL written_by_its_company(
  'proposal_vote', '{review, proposal, voter, person_id, choice, voted_at}', '{person_id, choice, voted_at}');

ALTER TABLE review ENABLE ROW LEVEL SECURITY;
ALTER TABLE proposal_group ENABLE ROW LEVEL SECURITY;
CREATE POLICY every_company ON review TO vitrine_app USING (true) WITH CHECK (true);
CREATE POLICY every_company ON proposal_group TO vitrine_app USING (true) WITH CHECK (true);
