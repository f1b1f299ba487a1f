table "conversations" {
  column("id", "bigint", { identity = "always", primary_key = true }),
  column("user_id", "uuid", { not_null = true, references = "users", on_delete = "cascade" }),
  column("title", "text"),
  column("status", "conversation_status", { not_null = true, default = "open" }),
  column("created_at", "timestamptz", { not_null = true, default = sql "now()" }),
  column("updated_at", "timestamptz", { not_null = true, default = sql "now()" }),
  index { "user_id", { "created_at", order = "desc" } },
  index { "status", name = "conversations_active_idx", where = "status <> 'closed'" },
}

define [[
CREATE TRIGGER touch_updated_at BEFORE UPDATE ON conversations FOR EACH ROW EXECUTE FUNCTION touch_updated_at();
]]
