-- A check is offered once for each end to each owner: whoever has the piece since was offered none.
ALTER TABLE courtesy_check ADD COLUMN company_id bigint REFERENCES company;
UPDATE courtesy_check k SET company_id = p.company_id FROM warranty_piece p WHERE p.serial_key = k.piece;
ALTER TABLE courtesy_check ALTER COLUMN company_id SET NOT NULL;
CREATE INDEX courtesy_check_company ON courtesy_check (company_id);
