-- What lies between the first step of a sign-in and the last, and the browsers that people came in by before.

CREATE INDEX person_email_any_case ON person (lower(email));

-- A second factor that is awaited (then there is a person), or an OpenID provider's answer (then there is a proof).
CREATE TABLE sign_in_step (
  token_hash   bytea PRIMARY KEY,
  browser_hash bytea NOT NULL,
  person_id    bigint REFERENCES person ON DELETE CASCADE,
  means        text NOT NULL,
  nonce        text,
  verifier     text,
  failures     integer NOT NULL DEFAULT 0,
  expires_at   timestamptz NOT NULL
);
CREATE INDEX sign_in_step_expires ON sign_in_step (expires_at);

-- Whoever guesses from elsewhere does not slow a person down in a browser that they came in by.
CREATE TABLE known_browser (
  browser_hash bytea NOT NULL,
  person_id    bigint NOT NULL REFERENCES person ON DELETE CASCADE,
  seen_at      timestamptz NOT NULL,
  PRIMARY KEY (browser_hash, person_id)
);
CREATE INDEX known_browser_seen ON known_browser (seen_at);
