-- what a view has goes with it, and is made once when that is there again; its options come with its text; it may become a materialized one
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
CREATE TABLE t (id bigint PRIMARY KEY, a bigint);
CREATE VIEW v AS SELECT * FROM t;
CREATE TRIGGER fired INSTEAD OF INSERT ON v FOR EACH ROW EXECUTE FUNCTION tf();
CREATE VIEW w AS SELECT * FROM t;
CREATE RULE ruled AS ON DELETE TO w DO INSTEAD NOTHING;
CREATE VIEW optional WITH (security_invoker) AS SELECT id, a FROM t WHERE a > 3 WITH CASCADED CHECK OPTION;
CREATE VIEW set_later AS SELECT id, a FROM t WHERE a > 3;
ALTER VIEW set_later SET (security_barrier = true);
CREATE VIEW melts WITH (security_barrier) AS SELECT id, a FROM t;
CREATE VIEW of_melts AS SELECT id FROM melts;
CREATE MATERIALIZED VIEW freezes AS SELECT id, a FROM t WITH NO DATA;
CREATE INDEX freezes_a ON freezes (a);
