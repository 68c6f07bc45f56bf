-- What companies may read of their own, to see what was kept of what they were promised.
GRANT SELECT ON promise_given, line_ordered, line_left, line_card, routing_name TO vitrine_portal;
