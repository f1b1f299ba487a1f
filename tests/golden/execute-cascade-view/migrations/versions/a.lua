revision { id = "a", message = "tables, and a view of one of them" }

function upgrade()
  create_table("seen", { column("id", "bigint", { primary_key = true }), column("name", "text") })
  create_table("other", { column("id", "bigint", { primary_key = true }) })
  create_table("third", { column("id", "bigint", { references = "other" }) })
  execute("CREATE VIEW v AS SELECT name FROM seen", { down = "DROP VIEW v" })
  execute("GRANT SELECT ON third TO public", { down = "" })
end
