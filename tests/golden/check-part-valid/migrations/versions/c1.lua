revision { id = "c1", message = "a check that is not valid, and tables that get it when they are made", created = "2026-11-29T11:30:00Z" }

function upgrade()
execute [[
CREATE TABLE p (a integer, b integer) PARTITION BY LIST (a);
CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);
ALTER TABLE p ADD CONSTRAINT k CHECK (b > 0) NOT VALID;
CREATE TABLE p2 PARTITION OF p FOR VALUES IN (2);
CREATE TABLE t (a integer);
ALTER TABLE t ADD CONSTRAINT k CHECK (a > 0) NOT VALID;
CREATE TABLE c () INHERITS (t);
CREATE TABLE l (LIKE t INCLUDING CONSTRAINTS);
]]
end
