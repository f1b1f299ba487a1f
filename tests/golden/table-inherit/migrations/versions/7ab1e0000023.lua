revision {
  id = "7ab1e0000023",
  parent = "7ab1e0000022",
  message = "They go",
}

function upgrade()
  drop_column("elders", "size", { cascade = true })
  drop_column("elders", "own")
  drop_column("children", "own", { if_exists = true })
  drop_table("elders", { cascade = true })
end
