-- What was bought, what was demanded of it and what was promised.

CREATE TABLE orders (
  id                 bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  company_id         bigint NOT NULL REFERENCES company,
  number             text NOT NULL UNIQUE,
  customer_reference text,
  placed_on          date,
  promised_on        date,             -- the first promise; revisions are events
  cancelled          text,             -- the reason, where it was cancelled
  version            bigint NOT NULL DEFAULT 0,
  UNIQUE (company_id, id)
);
CREATE INDEX orders_company ON orders (company_id, id DESC);

CREATE TABLE order_line (
  company_id  bigint NOT NULL,
  order_id    bigint NOT NULL,
  number      integer NOT NULL CHECK (number > 0),
  product     text NOT NULL,
  description text,
  quantity    integer CHECK (quantity > 0),   -- absent where the source does not say
  routing     text NOT NULL,
  PRIMARY KEY (order_id, number),
  FOREIGN KEY (company_id, order_id) REFERENCES orders (company_id, id) ON DELETE CASCADE
);
CREATE INDEX order_line_routing ON order_line (routing);

CREATE TABLE requirement (
  company_id bigint NOT NULL,
  order_id   bigint NOT NULL,
  line       integer NOT NULL,
  code       text NOT NULL,
  position   integer NOT NULL,
  stage      text NOT NULL,
  name       jsonb NOT NULL,
  ordered    text,
  unit       text,
  minimum    numeric,
  maximum    numeric,
  mandatory  boolean NOT NULL,
  sample     integer NOT NULL CHECK (sample > 0),
  waiver     text,
  PRIMARY KEY (order_id, line, code),
  FOREIGN KEY (order_id, line) REFERENCES order_line (order_id, number) ON DELETE CASCADE,
  FOREIGN KEY (company_id, order_id) REFERENCES orders (company_id, id) ON DELETE CASCADE
);

-- The history: append only, versions dense per order. xid is what the exact feed reads by.
CREATE TABLE event (
  company_id  bigint NOT NULL,
  order_id    bigint NOT NULL,
  version     bigint NOT NULL,
  kind        text NOT NULL,
  report_id   text,
  happened_at timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL,
  source      text NOT NULL,
  actor       text NOT NULL,
  body        jsonb NOT NULL,
  xid         xid8 NOT NULL DEFAULT pg_current_xact_id(),
  PRIMARY KEY (order_id, version),
  FOREIGN KEY (company_id, order_id) REFERENCES orders (company_id, id)
);
CREATE UNIQUE INDEX event_report ON event (order_id, report_id) WHERE report_id IS NOT NULL;
CREATE INDEX event_xid ON event (xid);
