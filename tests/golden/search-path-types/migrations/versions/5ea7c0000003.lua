revision {
  id = "5ea7c0000003",
  parent = "5ea7c0000002",
  message = "They come back as they were",
}

function upgrade()
  drop_table({ "x.copied", "x.made" })
end
