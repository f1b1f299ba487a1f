revision {
  id = "58d2a91e04bf",
  parent = "3b7f0d52c6aa",
  message = "Add messages",
  created = "2026-11-24T11:40:00Z",
}

function upgrade()
  create_enum("message_author", { "patient", "assistant", "clinician" })
  create_table("messages", {
    column("id", "bigint", { primary_key = true, identity = "always" }),
    column("conversation_id", "bigint", { not_null = true, references = "conversations", on_delete = "cascade" }),
    column("author", "message_author", { not_null = true }),
    column("body", "text", { not_null = true, check = "length(body) > 0" }),
    column("tokens", "integer", { not_null = true, default = 0 }),
    column("citations", "text[]", { not_null = true, default = array {} }),
    column("search", "tsvector", { generated = "to_tsvector('english', body)" }),
    column("sent_at", "timestamptz", { not_null = true, default = sql "now()" }),
    index { "conversation_id", "sent_at" },
    index { "search", using = "gin" },
  })
  comment_on("column messages.tokens", "What the language model counted, 0 for people")
end
