-- The orders that a notice was ever about: where none of their pieces is concerned any more, their pages say that.
ALTER TABLE recall_notice ADD COLUMN order_keys text[] NOT NULL DEFAULT '{}';
UPDATE recall_notice n
   SET order_keys = ARRAY(SELECT DISTINCT l.order_key FROM recall_line l
                           WHERE l.notice = n.id AND l.order_key IS NOT NULL ORDER BY l.order_key);
CREATE INDEX recall_notice_orders ON recall_notice USING gin (order_keys);
DROP INDEX recall_line_order;
ALTER TABLE recall_line DROP COLUMN order_key;
