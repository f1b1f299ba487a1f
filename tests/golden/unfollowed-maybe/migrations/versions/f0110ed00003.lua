revision {
  id = "f0110ed00003",
  parent = "f0110ed00002",
  message = "A table that a DO block drops is made again",
}

function upgrade()
  create_table("again", { column("id", "integer", { primary_key = true }), column("gone", "text") })
  execute "DO $$ BEGIN IF true THEN DROP TABLE again; END IF; END $$"
  create_table("again", { column("id", "bigint", { primary_key = true }) })
  add_column("again", column("name", "text"))
end
