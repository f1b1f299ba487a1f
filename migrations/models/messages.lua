table "messages" {
  column("id", "bigint", { identity = "always", primary_key = true }),
  column("conversation_id", "bigint", {
    not_null = true,
    references = "conversations",
    on_delete = "cascade",
  }),
  column("author", "message_author", { not_null = true }),
  column("body", "text", { not_null = true }),
  column("tokens", "integer", {
    not_null = true,
    default = 0,
    comment = "What the language model counted, 0 for people",
  }),
  column("citations", "text[]", { not_null = true, default = array {} }),
  column("search", "tsvector", { generated = "to_tsvector('english', body)" }),
  column("sent_at", "timestamptz", { not_null = true, default = sql "now()" }),
  check { "length(body) > 0" },
  index { "conversation_id", "sent_at" },
  index { "search", using = "gin" },
}
