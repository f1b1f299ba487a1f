revision {
  id = "0e1c44a901c8",
  parent = nil,
  message = "Initial migration with User model",
  created = "2026-11-22T15:10:00Z",
}

function upgrade()
  create_table("users", {
    column("id", "uuid", { primary_key = true, default = sql "gen_random_uuid()" }),
    column("email", "varchar(255)", { not_null = true, unique = true }),
    column("role", "varchar(20)", { not_null = true, default = "patient" }),
    column("profile", "jsonb", { not_null = true, default = {} }),
    column("created_at", "timestamptz", { not_null = true, default = sql "now()" }),
    column("updated_at", "timestamptz", { not_null = true, default = sql "now()" }),
    check { "email LIKE '%@%'", name = "users_email_check" },
    comment = "People who talk to the chatbot",
  })
  create_index("users", { "created_at" })
end

function downgrade()
  drop_table "users"
end
