-- What shows that a device was calibrated is kept like what shows a stage. Asked when it is needed, since the table is made
-- by a later number.
CREATE FUNCTION certifies_calibration(hash text) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN EXISTS (SELECT FROM calibration WHERE certificate = hash);
END
$$;
REVOKE ALL ON FUNCTION certifies_calibration(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION certifies_calibration(text) TO vitrine_app;
