revision {
  id = "c01000000004",
  parent = "c01000000003",
  message = "Drops",
}

function upgrade()
  drop_column("t", "number", { if_exists = true })
  drop_column("t", "nummer")
  drop_column("t", "named")
  drop_column("t", "place")
  drop_column("t", "made")
  drop_column("t", "email")
  drop_column("t", "key_id", { cascade = true })
  drop_column("places", "kode", { cascade = true })
  drop_column("t", "text b", { cascade = true })
  drop_column("t", "body")
  drop_column("t", "mood")
  drop_column("t", "a")
end
