revision {
  id = "c01000000003",
  parent = "c01000000002",
  message = "Renames",
}

function upgrade()
  create_index("t", { "b", sql "lower(b)" }, { where = "b <> 'x'", include = { "a" } })
  create_check_constraint("t", "b <> '' AND t.b <> 'y'")
  rename_column("t", "b", "text b")
  rename_column("t", "id", "key_id")
  rename_column("places", "code", "kode")
  rename_column("t", "number", "nummer")
  rename_column("t", "place_id", "place")
end
