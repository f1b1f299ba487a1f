CREATE TYPE pair AS (a bigint, b varchar(20), at timestamptz);
CREATE TABLE pairs OF pair (PRIMARY KEY (a));
