function upgrade()
  alter_table("logged", { unlogged = true })
  alter_table("quick", { unlogged = false })
  alter_table("filled", { with = { fillfactor = 80 }, reset = "autovacuum_enabled" })
  comment_on("table said", "after")
  comment_on("table unsaid", null)
end
