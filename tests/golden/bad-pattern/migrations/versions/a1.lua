revision { id = "a1", message = "What is right, and a mistake that is shown all the same" }

function upgrade()
  for word in ("a"):gmatch("%a") do create_table(word, { column("n", "integr", { dflt = 1 }) }) end
end
