revision { id = "i2", parent = "i1", message = "the server adds no identity where there are children", created = "2026-11-29T13:38:00Z" }

function upgrade()
  drop_column("p", "i")
end
