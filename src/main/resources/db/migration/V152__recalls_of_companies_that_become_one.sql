-- Where both of two companies that become one were told of the same, one notice goes, and what hangs on it goes along.
ALTER TABLE recall_line
  DROP CONSTRAINT recall_line_company_id_notice_fkey,
  ADD FOREIGN KEY (notice) REFERENCES recall_notice ON DELETE CASCADE;
ALTER TABLE recall_event
  DROP CONSTRAINT recall_event_company_id_notice_fkey,
  ADD FOREIGN KEY (notice) REFERENCES recall_notice ON DELETE CASCADE;
ALTER TABLE recall_notice DROP CONSTRAINT recall_notice_company_id_id_key;
