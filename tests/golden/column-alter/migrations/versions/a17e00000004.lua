revision {
  id = "a17e00000004",
  parent = "a17e00000003",
  message = "An identity starts again",
  irreversible = "where it was is not known",
}

function upgrade()
  alter_column("t", "auto", { identity = { "always", restart = 50 } })
end
