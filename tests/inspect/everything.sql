-- Every kind of object with every option that a database can hold, and names that need quotes.
CREATE SCHEMA app;
CREATE SCHEMA "Odd, one";
COMMENT ON SCHEMA app IS 'the application''s \ own';
COMMENT ON SCHEMA public IS 'ours';
CREATE EXTENSION citext;
CREATE EXTENSION hstore SCHEMA app;
CREATE EXTENSION "uuid-ossp" SCHEMA "Odd, one";
COMMENT ON EXTENSION hstore IS 'not its own comment';

-- collations, enums, domains, composite types, ranges
CREATE COLLATION plain (provider = libc, locale = 'C');
CREATE COLLATION app.two (provider = libc, lc_collate = 'C', lc_ctype = 'POSIX');
COMMENT ON COLLATION plain IS 'c';
CREATE TYPE mood AS ENUM ('sad', 'it''s "ok"', 'happy');
CREATE TYPE "Odd, one"."Mood" AS ENUM ();
CREATE TYPE app.gone AS ENUM ('a');
COMMENT ON TYPE mood IS 'how';
CREATE DOMAIN positive AS integer CONSTRAINT "above, zero" CHECK (VALUE > 0);
CREATE DOMAIN app.email AS citext NOT NULL DEFAULT 'nobody@example.com' CHECK (VALUE LIKE '%@%') CHECK (length(VALUE) < 100);
CREATE DOMAIN named AS text COLLATE "C" CONSTRAINT short CHECK (length(VALUE) < 10);
CREATE DOMAIN lists AS positive[] CHECK (array_length(VALUE, 1) > 0);
ALTER DOMAIN named ADD CONSTRAINT later CHECK (VALUE <> '') NOT VALID;
COMMENT ON DOMAIN positive IS 'a number';
COMMENT ON CONSTRAINT "above, zero" ON DOMAIN positive IS 'not zero';
CREATE TYPE pair AS (a positive, "B b" app.email, c numeric(10, 2)[], d text COLLATE "C");
COMMENT ON TYPE pair IS 'two';
COMMENT ON COLUMN pair."B b" IS 'an address';
CREATE TYPE nothing AS ();
CREATE FUNCTION distance(double precision, double precision) RETURNS double precision LANGUAGE sql IMMUTABLE STRICT AS 'SELECT $1 - $2';
CREATE TYPE span AS RANGE (SUBTYPE = double precision, SUBTYPE_DIFF = distance);
CREATE TYPE app.words AS RANGE (SUBTYPE = text, SUBTYPE_OPCLASS = text_pattern_ops, COLLATION = "C", MULTIRANGE_TYPE_NAME = app.many_words);
CREATE TYPE within AS (s span, m app.many_words, h app.hstore);

-- base types
CREATE TYPE app.box3;
CREATE FUNCTION app.box3_in(cstring) RETURNS app.box3 LANGUAGE internal IMMUTABLE STRICT AS 'int8in';
CREATE FUNCTION app.box3_out(app.box3) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'int8out';
CREATE TYPE app.box3 (INPUT = app.box3_in, OUTPUT = app.box3_out, INTERNALLENGTH = 8, PASSEDBYVALUE, ALIGNMENT = double, CATEGORY = 'X', DEFAULT = '0');
CREATE TYPE app.shell;

-- sequences
CREATE SEQUENCE plain_seq;
CREATE SEQUENCE app.down AS smallint INCREMENT BY -2 MINVALUE -100 MAXVALUE 50 START 10 CACHE 5 CYCLE;
CREATE SEQUENCE "Odd, one"."Seq" AS integer START 7 MINVALUE 3;
CREATE SEQUENCE loose_seq;
COMMENT ON SEQUENCE app.down IS 'downwards';

-- functions
CREATE FUNCTION add(a integer, b integer DEFAULT 1) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE COST 7 AS 'SELECT a + b';
CREATE FUNCTION add(a text, VARIADIC rest text[] DEFAULT '{}') RETURNS text LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = app, pg_temp SET work_mem = '8MB' AS $$
BEGIN
	RETURN a || $q$'\$q$ || array_to_string(rest, ',');
END $$;
CREATE FUNCTION app.both(INOUT x integer, OUT y "Odd, one"."Mood") LANGUAGE plpgsql AS $$BEGIN y := NULL; END$$;
CREATE FUNCTION app.rows(n integer) RETURNS TABLE (i integer, t text) LANGUAGE sql ROWS 10 AS 'SELECT g, g::text FROM generate_series(1, n) g';
CREATE FUNCTION app.std(a integer) RETURNS integer LANGUAGE sql BEGIN ATOMIC SELECT add(a, 2); END;
CREATE FUNCTION app.ret(a integer) RETURNS integer LANGUAGE sql LEAKPROOF STRICT RETURN a * 2;
CREATE PROCEDURE app."Do it"(INOUT n integer) LANGUAGE plpgsql AS $$BEGIN n := n + 1; COMMIT; END$$;
CREATE FUNCTION is_short(text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT length($1) < 50';
CREATE FUNCTION next_code() RETURNS text LANGUAGE sql AS $$SELECT 'c' || nextval('public.plain_seq')$$;
COMMENT ON FUNCTION add(integer, integer) IS 'sum';
COMMENT ON PROCEDURE app."Do it"(integer) IS 'it';

-- aggregates, operators, classes, casts
CREATE AGGREGATE app.total(integer) (SFUNC = int4pl, STYPE = integer, INITCOND = '0', COMBINEFUNC = int4pl, PARALLEL = safe,
	MSFUNC = int4pl, MINVFUNC = int4mi, MSTYPE = integer, MINITCOND = '0');
CREATE AGGREGATE app.anything(*) (SFUNC = int8inc, STYPE = bigint, INITCOND = '0');
CREATE AGGREGATE app.median(double precision ORDER BY anyelement) (SFUNC = ordered_set_transition, STYPE = internal, FINALFUNC = percentile_disc_final, FINALFUNC_EXTRA);
COMMENT ON AGGREGATE app.anything(*) IS 'all';
CREATE FUNCTION app.same(positive, positive) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1::integer = $2::integer';
CREATE FUNCTION app.other(positive, positive) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1::integer <> $2::integer';
CREATE OPERATOR app.=== (FUNCTION = app.same, LEFTARG = positive, RIGHTARG = positive, COMMUTATOR = OPERATOR(app.===), NEGATOR = OPERATOR(app.!==), RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES);
CREATE OPERATOR app.!== (FUNCTION = app.other, LEFTARG = positive, RIGHTARG = positive, COMMUTATOR = OPERATOR(app.!==), NEGATOR = OPERATOR(app.===));
CREATE OPERATOR !+ (FUNCTION = app.ret, RIGHTARG = integer);
COMMENT ON OPERATOR app.=== (positive, positive) IS 'the same';
COMMENT ON OPERATOR !+ (NONE, integer) IS 'twice';
CREATE OPERATOR FAMILY app.loose USING btree;
CREATE OPERATOR CLASS app.ordered FOR TYPE integer USING btree FAMILY app.loose AS OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >, FUNCTION 1 btint4cmp(integer, integer);
ALTER OPERATOR FAMILY app.loose USING btree ADD OPERATOR 1 < (integer, bigint), FUNCTION 1 (integer, bigint) btint48cmp(integer, bigint);
CREATE OPERATOR CLASS own FOR TYPE text USING btree AS OPERATOR 1 ~<~, OPERATOR 2 ~<=~, OPERATOR 3 =, OPERATOR 4 ~>=~, OPERATOR 5 ~>~, FUNCTION 1 bttext_pattern_cmp(text, text);
COMMENT ON OPERATOR CLASS own USING btree IS 'own';
COMMENT ON OPERATOR FAMILY app.loose USING btree IS 'loose';
CREATE FUNCTION to_mood(integer) RETURNS mood LANGUAGE sql IMMUTABLE AS $$SELECT 'sad'::mood$$;
CREATE CAST (integer AS mood) WITH FUNCTION to_mood(integer) AS ASSIGNMENT;
CREATE CAST (mood AS bigint) WITH INOUT;
COMMENT ON CAST (integer AS mood) IS 'how many';

-- text search, conversions, languages
CREATE TEXT SEARCH DICTIONARY app.simple_one (TEMPLATE = simple, STOPWORDS = english);
CREATE TEXT SEARCH CONFIGURATION app.english_one (COPY = english);
ALTER TEXT SEARCH CONFIGURATION app.english_one ALTER MAPPING FOR asciiword WITH app.simple_one, english_stem;
ALTER TEXT SEARCH CONFIGURATION app.english_one DROP MAPPING FOR email;
CREATE TEXT SEARCH CONFIGURATION bare (PARSER = default);
ALTER TEXT SEARCH CONFIGURATION bare ADD MAPPING FOR word WITH app.simple_one;
CREATE TEXT SEARCH PARSER app.own_parser (START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end, LEXTYPES = prsd_lextype);
CREATE TEXT SEARCH TEMPLATE app.own_template (INIT = dsimple_init, LEXIZE = dsimple_lexize);
COMMENT ON TEXT SEARCH DICTIONARY app.simple_one IS 'd';
COMMENT ON TEXT SEARCH CONFIGURATION app.english_one IS 'c';
CREATE CONVERSION app.conv FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;

-- tables
CREATE TABLE orgs (
	id bigint GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME orgs_numbers START 100 INCREMENT 10 MAXVALUE 100000 CACHE 3),
	code text DEFAULT next_code() NOT NULL,
	small smallint GENERATED BY DEFAULT AS IDENTITY,
	parent bigint,
	founded date DEFAULT CURRENT_DATE,
	data jsonb DEFAULT '{"a": [1, "it''s"]}' NOT NULL,
	tags text[] DEFAULT ARRAY['x', 'y'] NOT NULL,
	grid integer[][],
	CONSTRAINT orgs_pkey PRIMARY KEY (id),
	CONSTRAINT "code, short" CHECK (is_short(code)),
	UNIQUE NULLS NOT DISTINCT (code, parent) INCLUDE (founded) WITH (fillfactor = 90) DEFERRABLE INITIALLY DEFERRED
) WITH (fillfactor = 70, autovacuum_enabled = false, autovacuum_vacuum_scale_factor = 0.05, toast.autovacuum_enabled = false);
CREATE TABLE "Odd, one"."User's" (
	"Id" serial PRIMARY KEY,
	"full ""name""" varchar(40) COLLATE "C" DEFAULT E'back\\slash' NOT NULL,
	first_name text GENERATED ALWAYS AS (split_part("full ""name""", ' ', 1)) STORED,
	email app.email,
	mood "Odd, one"."Mood",
	feeling mood DEFAULT 'it''s "ok"' CHECK (feeling <> 'sad'),
	pair pair DEFAULT ROW(1, 'a@b', NULL, 'x')::pair,
	org bigint CONSTRAINT "to org" REFERENCES orgs ON UPDATE CASCADE ON DELETE SET NULL,
	at timestamptz DEFAULT now() NOT NULL,
	span span, during tstzrange, spots app.box3, money money DEFAULT 0, bits bit varying(5) DEFAULT B'101', waits interval day to second(3),
	raw bytea DEFAULT '\x00ff', share numeric(8, 3) DEFAULT -1.5, kind "char" DEFAULT 'x', anything regclass, flag boolean DEFAULT true NOT NULL,
	EXCLUDE USING gist (during WITH &&) WHERE (flag) DEFERRABLE
);

COMMENT ON TABLE orgs IS 'organisations';
COMMENT ON COLUMN orgs.code IS E'line\none';
COMMENT ON CONSTRAINT orgs_pkey ON orgs IS 'the key';
COMMENT ON INDEX orgs_pkey IS 'its index';
COMMENT ON CONSTRAINT "code, short" ON orgs IS 'short';
COMMENT ON COLUMN "Odd, one"."User's"."full ""name""" IS 'who';
COMMENT ON SEQUENCE orgs_numbers IS 'of an identity';
-- a circle, a key to itself, match full, actions
ALTER TABLE orgs ADD owner integer DEFAULT 1 REFERENCES "Odd, one"."User's" ON DELETE SET DEFAULT DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE orgs ADD CONSTRAINT up FOREIGN KEY (parent) REFERENCES orgs ON DELETE RESTRICT NOT VALID;
ALTER TABLE orgs ADD CONSTRAINT "not yet" CHECK (small < 100) NOT VALID;
ALTER TABLE orgs ALTER COLUMN data SET STORAGE EXTERNAL, ALTER COLUMN code SET STATISTICS 50, ALTER COLUMN data SET COMPRESSION pglz,
	ALTER COLUMN code SET (n_distinct = -0.5, n_distinct_inherited = 100);
CREATE TABLE pairs (a integer, b text, n integer NOT NULL DEFAULT nextval('app.down'), CONSTRAINT pairs_key PRIMARY KEY (b, a) INCLUDE (n));
CREATE TABLE refers (x integer, y text, z integer, FOREIGN KEY (y, x) REFERENCES pairs (b, a) MATCH FULL ON DELETE SET NULL (x));
ALTER SEQUENCE loose_seq OWNED BY refers.z;
CREATE UNLOGGED TABLE loose (i integer GENERATED ALWAYS AS IDENTITY, t text);
ALTER TABLE loose REPLICA IDENTITY FULL;
CREATE TABLE empty ();
CREATE TABLE typed OF within (s WITH OPTIONS NOT NULL DEFAULT 'empty', PRIMARY KEY (s));
CREATE TABLE of_rows (r pairs, rs pairs[], w within, l lists, e app.email[]);
CREATE TABLE dropped (a integer, b integer, c integer, d text);
ALTER TABLE dropped DROP COLUMN b, ADD COLUMN e integer NOT NULL DEFAULT 4, DROP COLUMN a;

-- indexes
CREATE INDEX "by code" ON orgs (lower(code) COLLATE "C" text_pattern_ops DESC NULLS LAST, (data ->> 'a'), parent) INCLUDE (founded) WITH (fillfactor = 60) WHERE parent IS NOT NULL AND code <> '';
CREATE UNIQUE INDEX orgs_unique ON orgs (small DESC, code COLLATE app.two ASC NULLS FIRST) NULLS NOT DISTINCT;
CREATE INDEX orgs_gin ON orgs USING gin (data jsonb_path_ops, tags) WITH (fastupdate = off);
CREATE INDEX users_hash ON "Odd, one"."User's" USING hash (first_name);
CREATE INDEX users_brin ON "Odd, one"."User's" USING brin (at timestamptz_minmax_multi_ops (values_per_range = 16));
CREATE INDEX users_own ON "Odd, one"."User's" (first_name own, "Id" app.ordered);
CREATE UNIQUE INDEX pairs_n ON pairs (n);
ALTER INDEX "by code" ALTER COLUMN 2 SET STATISTICS 77;
COMMENT ON INDEX "by code" IS 'found by code';
ALTER TABLE pairs REPLICA IDENTITY USING INDEX pairs_n;
ALTER TABLE orgs CLUSTER ON orgs_unique;

-- inheritance
CREATE TABLE base (id integer NOT NULL, name text DEFAULT 'b', note text, CONSTRAINT base_id CHECK (id > 0), CONSTRAINT base_only CHECK (id < 100) NO INHERIT);
CREATE TABLE second (name text DEFAULT 'c', other integer);
CREATE TABLE child (more integer, name text DEFAULT 'd') INHERITS (base, second);
CREATE TABLE grandchild () INHERITS (child);
CREATE TABLE doubles (id integer NOT NULL, twice integer GENERATED ALWAYS AS (id * 2) STORED);
CREATE TABLE joins (id integer NOT NULL, twice integer GENERATED ALWAYS AS (id * 2) STORED, more text);
ALTER TABLE joins INHERIT doubles;
ALTER TABLE grandchild ALTER COLUMN note SET DEFAULT 'g', ALTER COLUMN other SET NOT NULL, ALTER COLUMN name DROP DEFAULT;
ALTER TABLE child ALTER COLUMN note SET STORAGE MAIN;
ALTER TABLE base ADD CONSTRAINT base_later CHECK (name <> 'x') NOT VALID;

-- partitions of three levels, with indexes of their own names, and one that was attached with its columns otherwise
CREATE TABLE events (at timestamptz NOT NULL, kind text NOT NULL DEFAULT 'k', n integer, org bigint, PRIMARY KEY (at, kind), CHECK (n > 0)) PARTITION BY RANGE (at);
CREATE TABLE events_2026 PARTITION OF events (n DEFAULT 5 NOT NULL, CONSTRAINT few CHECK (n < 1000)) FOR VALUES FROM ('2026-01-01') TO ('2027-01-01') PARTITION BY LIST (kind);
CREATE TABLE events_2026_a PARTITION OF events_2026 FOR VALUES IN ('a', 'b');
CREATE TABLE events_2026_rest PARTITION OF events_2026 DEFAULT PARTITION BY HASH (at);
CREATE TABLE events_2026_rest_0 PARTITION OF events_2026_rest FOR VALUES WITH (MODULUS 2, REMAINDER 0) WITH (fillfactor = 50);
CREATE TABLE events_2026_rest_1 PARTITION OF events_2026_rest FOR VALUES WITH (MODULUS 2, REMAINDER 1);
CREATE TABLE events_old (org bigint, gone text, n integer DEFAULT 9, kind text NOT NULL, at timestamptz NOT NULL, CONSTRAINT old_key PRIMARY KEY (at, kind), CONSTRAINT events_n_check CHECK (n > 0));
ALTER TABLE events_old DROP COLUMN gone;
CREATE INDEX old_org ON events_old (org);
CREATE INDEX events_org_idx ON events (org);
ALTER TABLE events ATTACH PARTITION events_old FOR VALUES FROM (MINVALUE) TO ('2020-01-01');
CREATE TABLE "events, else" PARTITION OF events DEFAULT;
CREATE INDEX own_name ON events_2026_a (n, org);
CREATE INDEX events_n ON events (n, org);
CREATE UNIQUE INDEX events_u ON events (at, kind, n) WHERE n > 3;
ALTER TABLE events ADD CONSTRAINT events_to_org FOREIGN KEY (org) REFERENCES orgs;
ALTER TABLE events_2026_a ALTER COLUMN kind SET DEFAULT 'a', ALTER COLUMN kind SET STATISTICS 5;
CREATE TABLE to_events (at timestamptz, kind text, FOREIGN KEY (at, kind) REFERENCES events ON DELETE CASCADE);
CREATE TABLE measured (x integer, y integer) PARTITION BY RANGE (x, (y + 1));
CREATE TABLE measured_1 PARTITION OF measured FOR VALUES FROM (1, MINVALUE) TO (5, MAXVALUE);
CREATE INDEX measured_only ON ONLY measured (y);
CREATE TABLE measured_2 (y integer, x integer);
CREATE INDEX measured_2_y ON measured_2 (y);
ALTER TABLE measured ATTACH PARTITION measured_2 FOR VALUES FROM (6, 1) TO (7, 1);
COMMENT ON TABLE events_2026_a IS 'a partition';
COMMENT ON INDEX events_2026_a_pkey IS 'a part of a key';

-- views
CREATE VIEW plain_view AS SELECT id, code AS "Code", data ->> 'a' FROM orgs WHERE small > 1;
CREATE VIEW "Named" (one, "Two, three", three) WITH (security_barrier = true, security_invoker = true) AS SELECT * FROM plain_view p (x, y, z) CROSS JOIN (SELECT 1) q WHERE x > 1 UNION ALL SELECT 1, 'b', 'c', 2;
CREATE VIEW checked AS SELECT id, small FROM orgs WHERE small > 5 WITH CASCADED CHECK OPTION;
CREATE VIEW local_checked WITH (security_barrier) AS SELECT id, small FROM checked WHERE id > 5 WITH LOCAL CHECK OPTION;
CREATE RECURSIVE VIEW numbers (n) AS VALUES (1) UNION ALL SELECT n + 1 FROM numbers WHERE n < 10;
CREATE VIEW joined AS SELECT u."Id", o.code, count(*) FILTER (WHERE u.flag) AS n, array_agg(u.mood ORDER BY u.at DESC) AS moods, sum(u.share) OVER w AS running
	FROM "Odd, one"."User's" u LEFT JOIN orgs o ON o.id = u.org, LATERAL (SELECT * FROM app.rows(3)) r GROUP BY u."Id", o.code, u.share WINDOW w AS (PARTITION BY o.code ORDER BY u."Id");
ALTER VIEW checked ALTER COLUMN small SET DEFAULT 7;
COMMENT ON VIEW plain_view IS 'a view';
COMMENT ON COLUMN plain_view."Code" IS 'its column';
CREATE MATERIALIZED VIEW kept WITH (fillfactor = 60) AS SELECT o.id, o.code, n.n FROM orgs o, numbers n;
CREATE UNIQUE INDEX kept_id ON kept (id, n);
ALTER MATERIALIZED VIEW kept CLUSTER ON kept_id;
ALTER MATERIALIZED VIEW kept ALTER COLUMN code SET STATISTICS 9, ALTER COLUMN code SET STORAGE EXTERNAL;
CREATE MATERIALIZED VIEW app.not_yet AS SELECT 1 AS one WITH NO DATA;
COMMENT ON MATERIALIZED VIEW kept IS 'kept';
CREATE VIEW of_matview AS SELECT * FROM kept;
CREATE FUNCTION of_view(plain_view) RETURNS text LANGUAGE sql AS 'SELECT $1."Code"';
CREATE VIEW calls AS SELECT of_view(p) AS c FROM plain_view p;

-- triggers, rules, policies, statistics
CREATE FUNCTION fired() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RETURN NEW; END$$;
CREATE TRIGGER "Before all" BEFORE INSERT OR UPDATE OF code, parent ON orgs FOR EACH ROW WHEN (NEW.small > 1 AND NEW.code IS DISTINCT FROM 'a') EXECUTE FUNCTION fired('one', 'it''s');
CREATE TRIGGER after_all AFTER UPDATE ON orgs REFERENCING OLD TABLE AS was NEW TABLE AS is_now FOR EACH STATEMENT EXECUTE FUNCTION fired();
CREATE CONSTRAINT TRIGGER late AFTER INSERT ON pairs FROM orgs DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION fired();
CREATE TRIGGER instead INSTEAD OF INSERT ON plain_view FOR EACH ROW EXECUTE FUNCTION fired();
CREATE TRIGGER parted AFTER INSERT ON events FOR EACH ROW EXECUTE FUNCTION fired();
CREATE TRIGGER cut BEFORE TRUNCATE ON pairs EXECUTE FUNCTION fired();
ALTER TABLE orgs DISABLE TRIGGER "Before all", ENABLE ALWAYS TRIGGER after_all;
ALTER TABLE events_2026_a DISABLE TRIGGER parted;
ALTER TABLE pairs ENABLE REPLICA TRIGGER cut;
COMMENT ON TRIGGER "Before all" ON orgs IS 'first';
CREATE RULE "to pairs" AS ON INSERT TO refers WHERE NEW.x > 5 DO ALSO (INSERT INTO pairs VALUES (NEW.x, NEW.y); UPDATE pairs SET n = n + 1 WHERE a = NEW.x);
CREATE RULE nothing_more AS ON DELETE TO refers DO INSTEAD NOTHING;
CREATE RULE updated AS ON UPDATE TO "Named" DO INSTEAD UPDATE orgs SET code = NEW."Two, three" WHERE id = OLD.one RETURNING 1::bigint, 'a'::text, 'b'::text, 2;
ALTER TABLE refers DISABLE RULE nothing_more;
COMMENT ON RULE "to pairs" ON refers IS 'both';
ALTER TABLE orgs ENABLE ROW LEVEL SECURITY;
ALTER TABLE pairs ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY "All see" ON orgs USING (small > 0 OR code = CURRENT_USER);
CREATE POLICY add_only ON orgs AS RESTRICTIVE FOR INSERT TO PUBLIC WITH CHECK (EXISTS (SELECT FROM pairs p WHERE p.a = orgs.small));
COMMENT ON POLICY "All see" ON orgs IS 'all';
CREATE STATISTICS app.stats (ndistinct, dependencies) ON code, parent FROM orgs;
CREATE STATISTICS expr_stats ON (lower(code)), (small + 1) FROM orgs;
ALTER STATISTICS app.stats SET STATISTICS 12;
COMMENT ON STATISTICS app.stats IS 's';
CREATE FUNCTION told() RETURNS event_trigger LANGUAGE plpgsql AS $$BEGIN END$$;
CREATE EVENT TRIGGER "on DDL" ON ddl_command_start WHEN TAG IN ('CREATE TABLE', 'DROP TABLE') EXECUTE FUNCTION told();
ALTER EVENT TRIGGER "on DDL" DISABLE;
COMMENT ON EVENT TRIGGER "on DDL" IS 'never';

-- publications, foreign data
CREATE PUBLICATION everything FOR ALL TABLES WITH (publish = 'insert, update', publish_via_partition_root = true);
CREATE PUBLICATION of_some FOR TABLE pairs (n, b) WHERE (n > 5), ONLY base;
CREATE PUBLICATION of_schemas FOR TABLES IN SCHEMA app, "Odd, one", TABLE base;
CREATE PUBLICATION empty;
COMMENT ON PUBLICATION empty IS 'nothing';
CREATE FOREIGN DATA WRAPPER wrapper OPTIONS (debug 'true');
CREATE SERVER "far away" TYPE 't' VERSION '1' FOREIGN DATA WRAPPER wrapper OPTIONS (host 'h', dbname 'it''s');
CREATE USER MAPPING FOR PUBLIC SERVER "far away" OPTIONS ("user" 'u');
CREATE FOREIGN TABLE app.remote (id integer OPTIONS (column_name 'i d') NOT NULL, t text COLLATE "C" DEFAULT 'r', CHECK (id > 0)) SERVER "far away" OPTIONS (table_name 'x');
CREATE FOREIGN TABLE events_far PARTITION OF measured FOR VALUES FROM (8, 1) TO (9, 1) SERVER "far away";
CREATE FOREIGN TABLE remote_child (extra integer) INHERITS (base) SERVER "far away";
COMMENT ON FOREIGN TABLE app.remote IS 'far';
COMMENT ON SERVER "far away" IS 'server';
