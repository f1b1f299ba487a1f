table "users" {
  column("id", "uuid", { default = sql "gen_random_uuid()", primary_key = true }),
  column("email", "varchar(255)", { not_null = true, unique = true }),
  column("role", "user_role", { not_null = true, default = "patient" }),
  column("profile", "jsonb", { not_null = true, default = {} }),
  column("created_at", "timestamptz", { not_null = true, default = sql "now()" }),
  column("updated_at", "timestamptz", { not_null = true, default = sql "now()" }),
  column("language", "text", { not_null = true, default = "en" }),
  check { "email LIKE '%@%'" },
  check { "language ~ '^[a-z]{2}(-[A-Z]{2})?$'" },
  index { "created_at" },
  index { "role", sql "lower(email)", name = "users_role_email_idx" },
  comment = "People who talk to the chatbot",
}

define [[
CREATE TRIGGER touch_updated_at BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION touch_updated_at();
]]
