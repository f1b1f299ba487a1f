extension "btree_gist"

table "t" {
  column("id", "bigint", { primary_key = true }),
  column("a", "integer"),
  column("b", "text"),
  column("c", "integer"),
  column("during", "tstzrange"),
  unique { "b", "a" },
  unique { "b", name = "deferrable_added", deferrable = true },
  unique { "c", name = "deferrable_removed" },
  unique { "c", "a", name = "include_added", include = "b" },
  unique { "c", "id", name = "renamed_after" },
  check { "a >= 0", name = "text_changed" },
  check { "length(b) > 2", name = "new" },
  check { "a > 2", no_inherit = true },
  exclude { { "c", "=" }, { "during", "&&" }, using = "gist", name = "exclude_new" },
  exclude { { "a", "=" }, using = "gist", name = "exclude_where", where = "b IS NULL" },
}
