-- orders: every word on a date, and what was asked and answered about one
CREATE INDEX event_promise_step ON event (order_id, version)
  WHERE kind IN ('promised', 'promise-revised', 'delay-offered', 'delay-answered', 'delay-lapsed', 'delay-withdrawn',
                 'delay-taken-back', 'risk-chosen');

-- notices: what somebody was told of dates lately
CREATE INDEX notice_of_promise ON notice (person_id, told_at) WHERE kind = 'promise-revised';

-- When a company was first told of a word on a date. Notices are forgotten, this is not: what was kept depends on it.
CREATE TABLE promise_told (
  company_id bigint NOT NULL REFERENCES company,
  order_id   bigint NOT NULL REFERENCES orders ON DELETE CASCADE,
  version    bigint NOT NULL,                                   -- of the word
  told_to    text NOT NULL,
  told_at    timestamptz NOT NULL,
  PRIMARY KEY (order_id, version)
);
CALL shown_to_its_company('promise_told');

-- By whom a word was first read while it held: on the page, in a notice, or through a glass link, which names nobody.
CREATE TABLE promise_read (
  company_id bigint NOT NULL REFERENCES company,
  order_id   bigint NOT NULL REFERENCES orders ON DELETE CASCADE,
  version    bigint NOT NULL,
  through    text NOT NULL CHECK (through IN ('page', 'notice', 'link')),
  read_by    text,
  read_at    timestamptz NOT NULL,
  PRIMARY KEY (order_id, version, through),
  CHECK ((through = 'link') = (read_by IS NULL))
);
CALL shown_to_its_company('promise_read');
CALL written_by_its_company('promise_read', '{order_id, version, through, read_by, read_at}', '{}');

-- What was said before this counts as told when it was said: nobody kept when it was.
DO $$
BEGIN
  EXECUTE format(
    'CREATE FUNCTION promises_told_since() RETURNS timestamptz LANGUAGE sql IMMUTABLE AS %L',
    format('SELECT %L::timestamptz', now()));
END
$$;
GRANT EXECUTE ON FUNCTION promises_told_since() TO vitrine_app, vitrine_portal;
