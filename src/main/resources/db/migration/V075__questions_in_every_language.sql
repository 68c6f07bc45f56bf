-- What was asked by mail is shown to its reader in their language: a text, or texts by language.
ALTER TABLE voice_question
  ALTER COLUMN question TYPE jsonb USING to_jsonb(question);
