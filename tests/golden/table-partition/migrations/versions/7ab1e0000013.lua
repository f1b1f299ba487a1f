revision {
  id = "7ab1e0000013",
  parent = "7ab1e0000012",
  message = "Partitions go",
}

function upgrade()
  drop_table "audit_2027"
  drop_column("audit", "count")
  drop_column("audit", "region_id")
  drop_table { "audit", "pair" }
end
