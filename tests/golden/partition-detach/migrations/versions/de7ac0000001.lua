revision { id = "de7ac0000001", parent = nil, message = "Partitions" }

function upgrade()
  create_table("days", {
    column("day", "date", { not_null = true }),
    column("kind", "text"),
    column("n", "bigint"),
    partition_by = "range (day)",
    partition("days_1", { from = "2026-01-01", to = "2026-02-01", partition_by = "list (kind)",
      partition("days_1_a", { values = { "a", "b" } }),
      partition("days_1_none", { values = { "c", null } }),
      partition("days_1_null", { values = { "d" } }),
    }),
    partition("days_2", { from = "2026-02-01", to = "2026-03-01" }),
    partition("days_3", { from = "2026-03-01", to = sql "maxvalue" }),
  })
  create_table("pairs", {
    column("a", "bigint"), column("b", "timestamptz"), column("c", "varchar(9)"),
    partition_by = "range (a, b, c)",
    partition("pairs_1", { from = { 1, sql "minvalue", sql "minvalue" }, to = { 10, "2026-01-01 00:00:00+00", sql "maxvalue" } }),
    partition("pairs_2", { from = { 20, "2026-01-01 00:00:00+00", "x" }, to = { 20, "2026-01-02 00:00:00+00", "y" } }),
    partition("pairs_3", { from = { 30, sql "maxvalue", sql "maxvalue" }, to = { 40, sql "minvalue", sql "minvalue" } }),
    partition("pairs_4", { from = { sql "minvalue", sql "minvalue", sql "minvalue" }, to = { 0, sql "minvalue", sql "minvalue" } }),
  })
  create_table("words", {
    column("word", "text"), column("size", "smallint"), column("at", "timestamp"),
    partition_by = 'range ((lower(word)))',
    partition("words_a", { from = "a", to = "b" }),
    partition("words_b", { from = "b", to = "c" }),
  })
  create_table("spread", {
    column("id", "integer"), column("name", "text"),
    partition_by = "hash (id, name)",
    partition("spread_0", { modulus = 2, remainder = 0 }),
  })
  create_table("sizes", {
    column("n", "integer", { not_null = true }), column("m", "numeric"),
    check { "n > 0", name = "sizes_check", no_inherit = false },
    partition_by = "list (m)",
    partition("sizes_1", { values = { 1, 2.5 } }),
    partition("sizes_2", { values = { 3 } }),
  })
end
