revision {
  id = "7ab1e0000002",
  parent = "7ab1e0000001",
  message = "Renames, and changes of the whole",
}

function upgrade()
  rename_table("everything", "all things")
  rename_table("places", "spots")
  rename_table("billing.invoices", "bills")
  alter_table("all things", { with = { fillfactor = 80, ["toast.autovacuum_enabled"] = false }, reset = "autovacuum_enabled", comment = null })
  alter_table("billing.bills", { unlogged = false, comment = "Money" })
  create_table("nothing", { column("x", "integer"), if_not_exists = true })
  drop_table("nowhere", { if_exists = true })
end
