SET allow_in_place_tablespaces = on;
CREATE TABLESPACE golden_fast LOCATION '';
CREATE ROLE golden_options;
