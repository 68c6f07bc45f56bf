-- The product of a node as somebody wrote it, beside the form in which products are compared.
ALTER TABLE trace_node ADD COLUMN product jsonb;
UPDATE trace_node n
   SET product = coalesce((SELECT l.product FROM lot l WHERE l.node = n.id),
                          (SELECT p.product FROM piece p WHERE p.node = n.id));

CREATE FUNCTION product_of(wanted text) RETURNS jsonb LANGUAGE sql STABLE
RETURN (SELECT product FROM trace_node WHERE material = wanted AND product IS NOT NULL AND wanted <> '' LIMIT 1);
