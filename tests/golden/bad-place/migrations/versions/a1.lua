revision { id = "a1", message = "Each in the wrong place" }
revision { id = "a2", message = "The second" }
drop_table("t")

function upgrade()
  revision { id = "a3", message = "The third" }
end

downgrade = "none"
