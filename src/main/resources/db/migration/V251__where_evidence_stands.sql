-- Where evidence stands: at which stage of which order a report named it. A company sees what is at its own orders, and of
-- that never what the house keeps to itself.
CREATE TABLE evidence_place (
  company_id  bigint NOT NULL,
  order_id    bigint NOT NULL,
  version     bigint NOT NULL,              -- of the order, by the report that names it
  sha256      text NOT NULL REFERENCES evidence,
  kind        text NOT NULL,
  width       integer,
  height      integer,
  line        integer NOT NULL,
  stage       text,                         -- absent where what was reported belongs to none
  requirement text,
  taken_at    timestamptz NOT NULL,
  station     text,
  actor       text,                         -- for the house only
  internal    boolean NOT NULL DEFAULT false,
  PRIMARY KEY (order_id, version, sha256),
  FOREIGN KEY (company_id, order_id) REFERENCES orders (company_id, id) ON DELETE CASCADE
);
CREATE INDEX evidence_place_hash ON evidence_place (sha256);
CREATE INDEX evidence_place_company ON evidence_place (company_id, order_id);
ALTER TABLE evidence_place ENABLE ROW LEVEL SECURITY;
CREATE POLICY every_company ON evidence_place TO vitrine_app USING (true) WITH CHECK (true);
CREATE POLICY own ON evidence_place TO vitrine_portal USING (company_id = current_company() AND NOT internal);
GRANT SELECT (company_id, order_id, version, sha256, kind, width, height, line, stage, requirement, taken_at, station)
   ON evidence_place TO vitrine_portal;

-- Each time that somebody of the house kept it to the house, or showed it again; the newest counts. For the house only.
CREATE TABLE evidence_turn (
  company_id bigint NOT NULL,
  order_id   bigint NOT NULL,
  sha256     text NOT NULL,
  internal   boolean NOT NULL,
  turned_at  timestamptz NOT NULL,
  turned_by  text NOT NULL,
  PRIMARY KEY (order_id, sha256, turned_at),
  FOREIGN KEY (company_id, order_id) REFERENCES orders (company_id, id) ON DELETE CASCADE
);
CREATE INDEX evidence_turn_company ON evidence_turn (company_id, order_id);
ALTER TABLE evidence_turn ENABLE ROW LEVEL SECURITY;
CREATE POLICY every_company ON evidence_turn TO vitrine_app USING (true) WITH CHECK (true);
REVOKE UPDATE, DELETE ON evidence_turn FROM vitrine_app;

-- “Show us this”: a message of its own, and until it is answered one of a company at a stage.
CREATE TABLE picture_request (
  id         text PRIMARY KEY CHECK (id ~ '^[0-9a-f]{32}$'),
  company_id bigint NOT NULL,
  order_id   bigint NOT NULL,
  line       integer NOT NULL,
  stage      text NOT NULL,
  voice      bigint NOT NULL,               -- its number
  text       text NOT NULL,
  language   text NOT NULL,
  asked_by   text NOT NULL,
  asked_at   timestamptz NOT NULL,
  closed_at  timestamptz,
  shown      text,                          -- the picture that answered it, if one did
  FOREIGN KEY (company_id, order_id) REFERENCES orders (company_id, id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX picture_request_open ON picture_request (company_id, order_id, line, stage) WHERE closed_at IS NULL;
CREATE INDEX picture_request_order ON picture_request (company_id, order_id);
CREATE INDEX picture_request_asked ON picture_request (order_id) WHERE closed_at IS NULL;
CREATE INDEX picture_request_voice ON picture_request (voice) WHERE closed_at IS NULL;
CALL shown_to_its_company('picture_request');
CALL written_by_its_company(
  'picture_request', '{id, order_id, line, stage, voice, text, language, asked_by, asked_at}', '{}');
REVOKE DELETE ON picture_request FROM vitrine_app;
CREATE POLICY told_of_evidence ON change FOR INSERT TO vitrine_portal
  WITH CHECK (company_id = current_company() AND kind = 'evidence');

-- Evidence is kept as long as it stands somewhere, however it comes that it does no longer.
CREATE FUNCTION evidence_is_used() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE evidence SET used = true WHERE NOT used AND sha256 IN (SELECT sha256 FROM placed);
  RETURN NULL;
END
$$;
CREATE FUNCTION evidence_is_left() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE evidence e
     SET used = false
   WHERE e.sha256 IN (SELECT sha256 FROM taken)
     AND NOT EXISTS (SELECT FROM evidence_place p WHERE p.sha256 = e.sha256);
  RETURN NULL;
END
$$;
CREATE TRIGGER evidence_placed AFTER INSERT ON evidence_place
  REFERENCING NEW TABLE AS placed FOR EACH STATEMENT EXECUTE FUNCTION evidence_is_used();
CREATE TRIGGER evidence_taken AFTER DELETE ON evidence_place
  REFERENCING OLD TABLE AS taken FOR EACH STATEMENT EXECUTE FUNCTION evidence_is_left();
