revision { id = "a4", parent = "a3", message = "with names that the server has", created = "2026-11-30T01:30:00Z" }

function upgrade()
	execute [[
		CREATE FUNCTION public.now() RETURNS text LANGUAGE sql AS $$ SELECT 'x' $$;
		CREATE FUNCTION public.lower(text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT 'x' $$;
		CREATE PROCEDURE public.abs(integer) LANGUAGE sql AS 'SELECT 1';
		CREATE AGGREGATE public.max(integer) (SFUNC = int4larger, STYPE = integer);
		CREATE TABLE words (word text CHECK (public.lower(word) <> 'a'));
		CREATE VIEW theirs AS SELECT public.now() AS a, now() AS b, public.max(1) AS c;
	]]
end
