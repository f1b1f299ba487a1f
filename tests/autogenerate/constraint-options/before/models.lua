extension "btree_gist"

table "t" {
  column("id", "bigint", { primary_key = true }),
  column("a", "integer"),
  column("b", "text"),
  column("c", "integer"),
  column("during", "tstzrange"),
  unique { "a", "b" },
  unique { "b", name = "deferrable_added" },
  unique { "c", name = "deferrable_removed", deferrable = true, initially = "deferred" },
  unique { "c", "a", name = "include_added" },
  unique { "c", "id", name = "renamed_before" },
  check { "a > 0", name = "text_changed" },
  check { "a > 1", name = "gone" },
  check { "a > 2" },
  exclude { { "a", "=" }, { "during", "&&" }, using = "gist", name = "exclude_gone" },
  exclude { { "a", "=" }, using = "gist", name = "exclude_where", where = "b IS NOT NULL" },
}
