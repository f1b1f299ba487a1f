revision {
  id = "replaces_s",
  message = "Two squashes, one of which replaced a squash",
  replaces = {
    { "replaces_a", "1:0a" },
    { "replaces_r", "1:0b", replaces = { { "replaces_b", "1:0c" }, { "replaces_c", "1:0d" } } },
  },
}

function upgrade()
  create_schema "s"
end
