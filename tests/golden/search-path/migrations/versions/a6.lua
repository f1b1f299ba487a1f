revision { id = "a6", parent = "a5", message = "what tables say is as another path reads it", created = "2026-11-30T01:20:00Z" }

function upgrade()
	execute [[
		CREATE COLLATION far.plain FROM "C";
		CREATE FUNCTION far.equal(integer, integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1 = $2';
		CREATE OPERATOR far.=== (LEFTARG = integer, RIGHTARG = integer, FUNCTION = far.equal);
		CREATE OPERATOR CLASS far.ordered FOR TYPE integer USING btree AS
			OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >, FUNCTION 1 btint4cmp(integer, integer);
		SET search_path = far, public;
		CREATE TABLE public.parts (
			id integer DEFAULT twice(1) CHECK (id === 2),
			double integer GENERATED ALWAYS AS (twice(3)) STORED,
			kind kind DEFAULT 'a' CHECK (kind <> 'b'::kind),
			name text COLLATE plain CHECK (name > 'a' COLLATE plain),
			CONSTRAINT apart EXCLUDE USING btree (twice(id) WITH =) WHERE (twice(id) > 2)
		);
		CREATE INDEX parts_id ON public.parts (id ordered, twice(id)) WHERE twice(id) > 3;
		CREATE TABLE public.sliced (id integer, CONSTRAINT positive CHECK (twice(id) > 0)) PARTITION BY LIST (twice(id));
		CREATE TABLE public.slice PARTITION OF public.sliced (CONSTRAINT positive CHECK (twice(id) > 0)) DEFAULT;
		CREATE VIEW public.early AS SELECT twice(1) AS double;
	]]
	execute "CREATE FUNCTION public.twice(integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT $1 * 2'"
	execute "CREATE TABLE public.late (id integer CHECK (public.twice(id) > 2))"
end
