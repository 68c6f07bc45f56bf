-- What a company finds is found by marks, too, of which one says whose an entry is. An index by company would be read
-- beside them for each shelf, which is slower than what it saves.
DROP INDEX search_entry_company;

-- What is compared and shown stands close together; marks are only ever read by their index.
ALTER TABLE search_entry SET (toast_tuple_target = 128);
