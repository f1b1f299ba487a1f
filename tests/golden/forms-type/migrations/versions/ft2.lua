revision { id = "ft2", parent = "ft1", message = "domains", created = "2026-11-29T12:00:00Z" }

function upgrade()
	execute [==[
		CREATE DOMAIN d1 AS text COLLATE "C" DEFAULT 'x' CONSTRAINT d1c CHECK (VALUE <> '') CHECK (length(VALUE) < 10) NOT NULL;
		CREATE DOMAIN d2 AS numeric(10, 2) NULL DEFAULT 0;
		CREATE DOMAIN d3 AS d2 CHECK (VALUE > 0);
		CREATE DOMAIN d4 integer[];
		CREATE TABLE ud (a d1, b d3, c d4);
	]==]
end
