CREATE TABLE t (a integer, b integer, c integer REFERENCES t ON DELETE CASCADE, PRIMARY KEY (a) INCLUDE (b));
CREATE TABLE u (a integer CONSTRAINT to_t REFERENCES t (a));
