CREATE TYPE pair AS (a integer, b text, old date);
CREATE TABLE pairs OF pair (PRIMARY KEY (a));
