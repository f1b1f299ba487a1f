function upgrade()
  table "x" { column("a", "integer") }
end
