revision { id = "a3", parent = "a2", message = "and gone with it", created = "2026-11-22T15:10:00Z" }

function upgrade()
	create_index("people", { "email" })
	execute "ALTER INDEX people_email_idx DEPENDS ON EXTENSION hstore"
	drop_extension "hstore"
	-- these names are free again
	create_index("people", { "email" })
	execute "CREATE VIEW emails AS SELECT email FROM people"
	execute "CREATE TRIGGER noted BEFORE UPDATE ON people FOR EACH ROW EXECUTE FUNCTION note()"
end
