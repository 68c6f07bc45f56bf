-- Of which tier a company was when it answered. Were its tier of today looked at, whoever changes that would see, from
-- what a tier loses by it, what this company said in confidence. Of earlier answers today's is the best that is known.
ALTER TABLE survey_sheet ADD COLUMN tier text;
UPDATE survey_sheet s SET tier = c.tier FROM company c WHERE c.id = s.company_id;
ALTER TABLE survey_sheet ALTER COLUMN tier SET NOT NULL;
