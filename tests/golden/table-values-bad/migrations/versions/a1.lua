revision { id = "a1", message = "what a table cannot hold" }

function upgrade()
  create_table("t", { column("n", "integer[]"), column("j", "jsonb"), column("js", "jsonb[]") })
  bulk_insert("t", { { n = array { { x = 1 } } } })
  bulk_insert("t", { { n = array { sql "1 + 1" } } })
  bulk_insert("t", { { js = array { { at = { sql "now()" } } } } })
  add_column("t", column("at", "jsonb", { default = { at = { sql "now()" } } }))
end
