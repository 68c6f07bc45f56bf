-- What is no company's, such as a gauge whose calibration runs out, is told to the house alone.
ALTER TABLE notice
  ALTER COLUMN about DROP NOT NULL,
  ADD CONSTRAINT notice_about_the_house CHECK (about IS NOT NULL OR company_id IS NULL);
