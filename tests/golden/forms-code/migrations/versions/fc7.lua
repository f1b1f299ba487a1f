revision { id = "fc7", parent = "fc6", message = "aggregates", created = "2026-11-29T12:00:00Z" }

function upgrade()
	execute [==[
		CREATE FUNCTION acc(integer, integer) RETURNS integer IMMUTABLE LANGUAGE sql AS 'SELECT $1 + $2';
		CREATE FUNCTION fin(integer) RETURNS text IMMUTABLE LANGUAGE sql AS 'SELECT $1::text';
		CREATE FUNCTION ser(internal) RETURNS bytea LANGUAGE internal STRICT AS 'numeric_avg_serialize'; CREATE FUNCTION deser(bytea, internal) RETURNS internal LANGUAGE internal STRICT AS 'numeric_avg_deserialize';
		CREATE AGGREGATE ag1(integer) (SFUNC = acc, STYPE = integer, SSPACE = 8, FINALFUNC = fin, FINALFUNC_MODIFY = READ_ONLY, COMBINEFUNC = acc, INITCOND = '0', MSFUNC = acc, MINVFUNC = acc, MSTYPE = integer, MSSPACE = 4, MFINALFUNC = fin, MFINALFUNC_MODIFY = SHAREABLE, MINITCOND = '0', PARALLEL = SAFE);
		CREATE AGGREGATE ag2(numeric) (SFUNC = numeric_avg_accum, STYPE = internal, FINALFUNC = numeric_avg, SERIALFUNC = numeric_avg_serialize, DESERIALFUNC = numeric_avg_deserialize, COMBINEFUNC = numeric_avg_combine, PARALLEL = RESTRICTED);
		CREATE AGGREGATE ag3(integer) (SFUNC = int4larger, STYPE = integer, SORTOP = >);
		CREATE AGGREGATE ag4(*) (SFUNC = int8inc, STYPE = int8, INITCOND = '0');
		CREATE FUNCTION fextra(integer, integer) RETURNS text IMMUTABLE LANGUAGE sql AS 'SELECT $1::text'; CREATE AGGREGATE ag5(integer) (SFUNC = acc, STYPE = integer, FINALFUNC = fextra, FINALFUNC_EXTRA);
		CREATE AGGREGATE pct(double precision ORDER BY anyelement) (SFUNC = ordered_set_transition, STYPE = internal, FINALFUNC = percentile_disc_final, FINALFUNC_EXTRA, FINALFUNC_MODIFY = READ_WRITE);
		CREATE AGGREGATE hrank(VARIADIC "any" ORDER BY VARIADIC "any") (SFUNC = ordered_set_transition_multi, STYPE = internal, FINALFUNC = rank_final, FINALFUNC_EXTRA, HYPOTHETICAL);
		CREATE OR REPLACE AGGREGATE ag4(*) (SFUNC = int8inc, STYPE = int8, INITCOND = '5');
		CREATE AGGREGATE old1 (BASETYPE = integer, SFUNC = acc, STYPE = integer);
		CREATE AGGREGATE vag(VARIADIC r integer[]) (SFUNC = array_cat, STYPE = integer[]);
		ALTER AGGREGATE ag1(integer) RENAME TO ag1b;
		ALTER AGGREGATE ag4(*) RENAME TO ag4b;
		ALTER AGGREGATE ag4b(*) SET SCHEMA app;
		ALTER AGGREGATE pct(double precision ORDER BY anyelement) OWNER TO CURRENT_USER;
		COMMENT ON AGGREGATE hrank(VARIADIC "any" ORDER BY VARIADIC "any") IS 'hyp';
		DROP AGGREGATE IF EXISTS ag1b(integer), app.ag4b(*), hrank(VARIADIC "any" ORDER BY VARIADIC "any") CASCADE;
	]==]
end
