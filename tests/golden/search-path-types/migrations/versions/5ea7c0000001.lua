revision {
  id = "5ea7c0000001",
  parent = nil,
  message = "Types that are made in one schema",
}

function upgrade()
  create_schema("x")
  create_enum("mood", { "sad", "ok" })
  execute "CREATE DOMAIN level AS integer"
  create_table("t", { column("m", "mood"), column("ms", "mood[]"), column("l", "level"), column("n", "integer") })
end
