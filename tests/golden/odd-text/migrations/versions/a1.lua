revision {
  id = "a1",
  parent = nil,
  message = "a1 \"??(\" \\ */ %s",
}

function upgrade()
  create_table('"odd ""name"""', {
    column("select", "text", { default = "??(??) \\ */ ' \" ??/" }),
    column("Größe", "text", { comment = "a\tb\nc" }),
    column("long", "text", { default = ("0123456789"):rep(500) }),
  })
  execute [==[
    COMMENT ON TABLE "odd ""name""" IS 'a ]] b \x ??! /* */ -- no comment
    second line'
  ]==]
end
