SELECT c.relname, n.nspname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'p') AND n.nspname NOT LIKE 'pg_%' ORDER BY 1
SELECT c.relnam FROM pg_class c
SELECT relnam FROM pg_class
SELECT nosuch FROM p, pg_class
SELECT oid, relname, ctid, xmin FROM pg_class
SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public' AND table_name = 'p'
SELECT table_nam FROM information_schema.columns
SELECT 1 FROM information_schema.colums
? SELECT 1 FROM pg_catalog.pg_clas
SELECT conname FROM pg_constraint WHERE conrelid = 'p'::regclass AND contype = 'f' AND 1 = ANY (conkey) AND conkey[1] = 2
SELECT a.attname, format_type(a.atttypid, a.atttypmod), pg_get_expr(d.adbin, d.adrelid) FROM pg_attribute a LEFT JOIN pg_attrdef d ON (a.attrelid, a.attnum) = (d.adrelid, d.adnum) WHERE a.attrelid = 'public.p'::regclass AND a.attnum > 0 AND NOT a.attisdropped
SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = current_schema() AND tablename = 'p'
SELECT i.indexrelid::regclass, i.indkey[0], i.indisunique FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey) WHERE i.indrelid = 'p'::regclass
SELECT relname, reltuples::bigint, pg_size_pretty(pg_total_relation_size(oid)) FROM pg_class WHERE relname ~ '^p' AND relname <> ALL (ARRAY['a', 'b'])
SELECT string_agg(relname, ',' ORDER BY relname) FROM pg_class
SELECT relname || '_x', length(relname), upper(relname), relname::text, quote_ident(relname) FROM pg_class
SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND state <> 'idle'
SELECT enumlabel FROM pg_enum e JOIN pg_type t ON t.oid = e.enumtypid WHERE t.typname = 'mood' ORDER BY enumsortorder
SELECT rolname FROM pg_roles WHERE rolname = current_user AND rolsuper
SELECT r.oid, r.rolname FROM pg_roles r WHERE pg_has_role(current_user, r.oid, 'member')
SELECT relname, count(*) FROM pg_class GROUP BY relnamespace, relname HAVING max(relpages) > 1
SELECT oid, relname FROM pg_class GROUP BY oid
? SELECT relname, relkind FROM pg_class GROUP BY relname
SELECT c.* FROM pg_class c UNION SELECT * FROM pg_class
CREATE VIEW n AS SELECT c.relname AS a, c.oid AS b FROM pg_class c; SELECT a, b FROM n; SELECT c FROM n
CREATE VIEW n AS SELECT * FROM pg_class; SELECT relname FROM n; CREATE VIEW m AS SELECT relname, relpages + 1 AS x FROM n
CREATE VIEW n AS SELECT * FROM information_schema.tables; SELECT table_name FROM n WHERE table_name LIKE 'x%'
CREATE TABLE n AS SELECT relname, oid, relkind, reltuples, relhasindex FROM pg_class; ALTER TABLE n ADD UNIQUE (relname); INSERT INTO n VALUES ('a', 1, 'r', 1.5, true)
SELECT (SELECT relname FROM pg_class WHERE oid = conrelid) FROM pg_constraint
SELECT version FROM pg_settings WHERE name = 'server_version'
SELECT setting FROM pg_settings WHERE name = 'server_version_num' AND setting::int > 150000
UPDATE pg_class SET relname = 'x' WHERE relname = 'y'
UPDATE pg_class SET relnam = 'x'
SELECT c.oid = 'p'::regclass, c.oid::regclass::text = 'p', c.oid IN (1, 2), c.oid = 5::bigint FROM pg_class c
SELECT c.relname = 'x'::text, c.relname = 'x'::varchar, c.relname IN ('a', 'b'::text) FROM pg_class c
SELECT c.relacl, aclexplode(c.relacl), array_length(c.relacl, 1) FROM pg_class c
SELECT unnest(relacl) FROM pg_class
SELECT (aclexplode(c.relacl)).grantee FROM pg_class c
SELECT proname, pg_get_function_arguments(oid), proargtypes[0], pronargs, prosrc FROM pg_proc WHERE proname = 'trg' AND pronamespace = 'public'::regnamespace
SELECT tgname, tgrelid::regclass FROM pg_trigger WHERE NOT tgisinternal AND tgrelid = 'p'::regclass::oid
SELECT obj_description(c.oid, 'pg_class'), col_description(c.oid, 1) FROM pg_class c
SELECT d.description FROM pg_description d WHERE d.objoid = 'p'::regclass AND d.objsubid = 0
SELECT seqrelid::regclass, last_value FROM pg_sequence, pg_sequences
SELECT extname, extversion FROM pg_extension WHERE extname = 'plpgsql'
SELECT relid, n_live_tup FROM pg_stat_user_tables
SELECT p.name FROM p
SELECT p.nosuch FROM p
CREATE FUNCTION pf(p) RETURNS int LANGUAGE sql AS 'SELECT 1'; SELECT p.pf, q.pf FROM p, p AS q
SELECT pg_class.relname FROM pg_catalog.pg_class
SELECT pg_catalog.pg_class.relname FROM pg_class
SELECT information_schema.tables.table_name FROM information_schema.tables
SELECT t.relname FROM pg_class AS t (a, b)
SELECT t.a, t.relnamespace FROM pg_class AS t (o, a)
SELECT * FROM pg_class a JOIN pg_class b USING (oid)
SELECT relname FROM pg_class a JOIN pg_class b USING (oid)
SELECT * FROM pg_class a JOIN pg_class b USING (nosuch)
SELECT relname FROM pg_class NATURAL JOIN pg_namespace
DO $$ BEGIN IF EXISTS (SELECT 1 FROM pg_type WHERE typname = 'mood') THEN RAISE NOTICE 'x'; END IF; END $$
DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM information_schema.columns WHERE table_name = 'p' AND column_name = 'zz') THEN ALTER TABLE p ADD zz int; END IF; END $$
