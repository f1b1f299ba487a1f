revision { id = "fc4", parent = "fc3", message = "functions and procedures", created = "2026-11-29T12:00:00Z" }

function upgrade()
	execute [==[
		CREATE FUNCTION f1(a integer, b integer DEFAULT 2, OUT s integer, INOUT p integer DEFAULT 3, VARIADIC r integer[] DEFAULT '{}') RETURNS record LANGUAGE plpgsql WINDOW AS 'BEGIN s := 1; END';
		CREATE FUNCTION f2(a integer) RETURNS integer LANGUAGE sql IMMUTABLE LEAKPROOF STRICT SECURITY DEFINER PARALLEL SAFE COST 5 SET search_path TO app, public SET work_mem = '1MB' AS $$ SELECT a $$;
		CREATE FUNCTION f2(a text) RETURNS SETOF text STABLE CALLED ON NULL INPUT SECURITY INVOKER PARALLEL RESTRICTED ROWS 10 LANGUAGE sql SET timezone FROM CURRENT AS $$ SELECT a $$;
		CREATE FUNCTION f3() RETURNS TABLE (x integer, y text) VOLATILE NOT LEAKPROOF RETURNS NULL ON NULL INPUT PARALLEL UNSAFE LANGUAGE sql RETURN (1, 'x');
		CREATE FUNCTION f4(a integer) RETURNS integer LANGUAGE sql BEGIN ATOMIC SELECT a + 1; END;
		CREATE FUNCTION f5(x t) RETURNS integer RETURN x.a;
		CREATE FUNCTION f6(internal) RETURNS internal LANGUAGE internal AS 'int4_sum';
		CREATE FUNCTION f7(a integer) RETURNS t.a%TYPE LANGUAGE sql AS 'SELECT a';
		CREATE FUNCTION f9(f integer, OUT x integer, OUT y text) LANGUAGE sql AS $$ SELECT 1, 'x' $$ SUPPORT generate_series_int4_support;
		CREATE OR REPLACE FUNCTION f2(a integer) RETURNS integer LANGUAGE plpgsql AS 'BEGIN RETURN a * 2; END';
		CREATE PROCEDURE p1(a integer, OUT c text, INOUT b integer DEFAULT 1) LANGUAGE plpgsql SECURITY DEFINER SET search_path = app AS 'BEGIN c := a; END';
		CREATE PROCEDURE p2(a integer) LANGUAGE sql BEGIN ATOMIC INSERT INTO log VALUES (a, 'x'); END;
		CREATE OR REPLACE PROCEDURE p2(a integer) LANGUAGE sql AS 'INSERT INTO log VALUES (a, $$y$$)';
	]==]
end
