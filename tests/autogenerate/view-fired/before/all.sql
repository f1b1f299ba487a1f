-- what a view has goes with it, and is made once when that is there again; its options come with its text; it may become a materialized one
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
CREATE TABLE t (id bigint PRIMARY KEY, a integer);
CREATE VIEW v AS SELECT * FROM t;
CREATE TRIGGER fired INSTEAD OF INSERT ON v FOR EACH ROW EXECUTE FUNCTION tf();
CREATE VIEW w AS SELECT * FROM t;
CREATE RULE ruled AS ON DELETE TO w DO INSTEAD NOTHING;
CREATE VIEW optional WITH (security_barrier, check_option = local) AS SELECT id, a FROM t WHERE a > 3;
CREATE VIEW set_later WITH (check_option = local) AS SELECT id, a FROM t WHERE a > 3;
ALTER VIEW set_later SET (security_barrier = true);
CREATE MATERIALIZED VIEW melts WITH (fillfactor = 70) AS SELECT id, a FROM t;
CREATE INDEX melts_a ON melts (a);
CREATE VIEW of_melts AS SELECT id FROM melts;
CREATE VIEW freezes AS SELECT id, a FROM t;
ALTER VIEW freezes ALTER a SET DEFAULT 3;
