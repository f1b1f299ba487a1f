CREATE DOMAIN d AS integer CHECK (VALUE > 0);
CREATE TYPE r AS RANGE (subtype = d);
CREATE TABLE t (id bigint PRIMARY KEY, r r DEFAULT r(1, 2), m r_multirange);
