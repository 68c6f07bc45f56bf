-- Where a customer begins something, what was agreed of its clock is written along with it, in nobody's name.
CREATE POLICY promised ON voice_event FOR INSERT TO vitrine_portal
  WITH CHECK (company_id = current_company() AND side = 'system' AND kind = 'promised' AND person_id IS NULL);
