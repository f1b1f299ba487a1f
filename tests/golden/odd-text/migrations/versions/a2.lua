revision {
  id = "a2",
  parent = "a1",
  message = "more ??/",
}

function upgrade()
  execute([[INSERT INTO "odd ""name""" ("select") VALUES (E'??(??) \\\\ */ /* "'), (']] .. ("??)"):rep(2000) .. "')",
    { down = [[DELETE FROM "odd ""name"""]] })
end
