-- By which version of what was agreed somebody was told this way; absent where they chose it, or as is usual.
ALTER TABLE notice ADD COLUMN agreed jsonb;
