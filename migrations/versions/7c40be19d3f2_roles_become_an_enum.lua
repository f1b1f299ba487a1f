revision {
  id = "7c40be19d3f2",
  parent = "58d2a91e04bf",
  message = "Roles become an enum",
  created = "2026-11-26T08:15:00Z",
}

function upgrade()
  create_enum("user_role", { "patient", "clinician", "admin" })
  alter_column("users", "role", {
    type = "user_role",
    using = "role::user_role",
    default = "patient",
  })
end

function downgrade()
  alter_column("users", "role", {
    type = "varchar(20)",
    using = "role::text",
    default = "patient",
  })
  drop_enum "user_role"
end
