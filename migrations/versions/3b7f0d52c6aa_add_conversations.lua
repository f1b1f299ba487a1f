revision {
  id = "3b7f0d52c6aa",
  parent = "0e1c44a901c8",
  message = "Add conversations",
  created = "2026-11-23T09:02:00Z",
}

local with_timestamps = require "lib.timestamps"

function upgrade()
  create_enum("conversation_status", { "open", "waiting", "closed" })
  create_table("conversations", with_timestamps(
    column("id", "bigint", { primary_key = true, identity = "always" }),
    column("user_id", "uuid", { not_null = true, references = "users", on_delete = "cascade" }),
    column("title", "text"),
    column("status", "conversation_status", { not_null = true, default = "open" }),
    index { "user_id", { "created_at", order = "desc" } },
    index { "status", where = "status <> 'closed'", name = "conversations_active_idx" }
  ))
end
