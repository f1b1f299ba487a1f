revision { id = "a1", message = "a schema with domains", created = "2026-11-22T15:10:00Z" }
function upgrade()
	create_schema "app"
	execute [[
		CREATE DOMAIN app.d AS integer CHECK (VALUE > 0);
		CREATE DOMAIN e AS app.d[] ;
		CREATE TABLE t (a app.d, b e, c text);
		CREATE VIEW v AS SELECT a, c::e FROM t;
	]]
end
