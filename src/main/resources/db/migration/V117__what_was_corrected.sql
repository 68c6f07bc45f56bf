-- A history says beside a report that it was corrected: the corrections of some reports are found by it.
CREATE INDEX event_corrects ON event (order_id, (body ->> 'corrects')) WHERE body ->> 'corrects' IS NOT NULL;
