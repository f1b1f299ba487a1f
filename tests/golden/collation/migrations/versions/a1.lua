revision { id = "a1", parent = nil, message = "collations", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute [[
		CREATE SCHEMA app;
		CREATE COLLATION bytes FROM "C";
		CREATE COLLATION IF NOT EXISTS bytes FROM "POSIX";
		CREATE COLLATION app.posix (LC_COLLATE = 'POSIX', LC_CTYPE = 'POSIX');
		CREATE COLLATION caseless (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
		COMMENT ON COLLATION caseless IS 'a is A';
	]]
	create_table("t", {
		column("id", "bigint", { primary_key = true }),
		column("mail", "text", { collation = "caseless" }),
		column("code", "text", { collation = "app.posix" }),
		index { { "mail", collation = "bytes" } },
	})
	execute [[
		CREATE DOMAIN word AS text COLLATE caseless;
		CREATE TYPE pair AS (a text COLLATE app.posix, b text COLLATE bytes, c text COLLATE bytes);
		CREATE VIEW v AS SELECT max(code COLLATE bytes) AS a, min(code COLLATE bytes) AS b FROM t;
	]]
end
