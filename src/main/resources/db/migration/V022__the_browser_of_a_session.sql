-- Which session a browser is known by: whoever signs out everywhere else is known here only.
ALTER TABLE known_browser ADD COLUMN session_hash bytea;
