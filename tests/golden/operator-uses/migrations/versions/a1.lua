revision { id = "a1", message = "tables and views that use operators, collations and operator classes", created = "2026-11-30T01:00:00Z" }

function upgrade()
	execute [[
		CREATE SCHEMA s;
		CREATE COLLATION bytes FROM "C";
		CREATE FUNCTION alike(int, int) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1 = $2';
		CREATE OPERATOR === (leftarg = int, rightarg = int, function = alike);
		CREATE OPERATOR CLASS ints FOR TYPE int USING btree AS
			OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >, FUNCTION 1 btint4cmp(int, int);
		CREATE DOMAIN one AS int CHECK (VALUE === 1);
		CREATE TABLE t (
			a int CONSTRAINT ones CHECK (a === 1),
			b boolean DEFAULT 1 === 2,
			c boolean GENERATED ALWAYS AS (a === 2) STORED,
			d text COLLATE bytes CONSTRAINT small CHECK (d < 'x' COLLATE bytes)
		);
		CREATE INDEX t_ones ON t (a ints) WHERE a === 1;
		CREATE INDEX t_small ON t (d) WHERE d > 'a' COLLATE bytes;
		CREATE VIEW ones AS SELECT a FROM t WHERE a === 1;
		CREATE VIEW sorted AS SELECT d COLLATE bytes AS d FROM t WHERE a OPERATOR(public.===) 2;
		CREATE TABLE p (a int, d text) PARTITION BY RANGE (a ints, d COLLATE bytes);
	]]
end
