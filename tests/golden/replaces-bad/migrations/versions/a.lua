revision {
  id = "replaces_bad_a",
  message = "Itself, one that is there, one twice, what is no id",
  replaces = {
    { "replaces_bad_a", "1:0a" },
    { "replaces_bad_b", "1:0b" },
    { "replaces_bad_c", "1:0c", replaces = { { "replaces_bad_d", "1:0d" }, { "replaces_bad_d", "1:0d" } } },
    { "replaces bad", "1:0e" },
  },
}

function upgrade()
end
