-- Staff, and whoever judges what silence means, ask for all that was offered of an order, whosever it is.
CREATE INDEX delay_offer_of_order ON delay_offer (order_id, offered_at);
