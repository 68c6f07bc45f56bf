-- A department that has nothing any more is taken away.
GRANT DELETE ON department TO vitrine_app;
