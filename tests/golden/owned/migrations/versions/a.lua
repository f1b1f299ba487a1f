revision { id = "a1", message = "what a role owns", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_extension "hstore"
	create_table("theirs", { column("a", "int") })
	create_table("kept", { column("a", "int") })
	execute [[
		ALTER TABLE theirs OWNER TO golden_owner;
		ALTER TABLE kept OWNER TO golden_owner;
		CREATE FUNCTION given() RETURNS int LANGUAGE sql AS 'SELECT 1';
		ALTER EXTENSION hstore ADD FUNCTION given();
		ALTER EXTENSION hstore DROP FUNCTION given();
	]]
end
