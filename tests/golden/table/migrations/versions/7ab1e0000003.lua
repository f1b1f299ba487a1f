revision {
  id = "7ab1e0000003",
  parent = "7ab1e0000002",
  message = "All goes",
}

function upgrade()
  drop_table("spots", { cascade = true })
  drop_table { "all things", "billing.bills" }
end
