revision { id = "1e57a0000005", parent = "1e57a0000004", message = "Twice there and back" }

function upgrade()
  alter_table("own", { inherit = "parents" })
  alter_table("own", { no_inherit = "parents" })
end

function downgrade()
  alter_table("own", { inherit = "parents" })
  alter_table("own", { no_inherit = "parents" })
end
