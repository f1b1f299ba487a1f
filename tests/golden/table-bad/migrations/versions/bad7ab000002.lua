revision {
  id = "bad7ab000002",
  parent = "bad7ab000001",
  message = "All wrong",
}

function upgrade()
  create_table("t", { column("x", "integer") })
  create_table("t_pkey", {})
  create_table("t_number_seq", {})
  create_table("mood", {})
  create_table("nowhere.x", {})
  create_table("n1", { column("x", "integer"), column("x", "text") })
  create_table("n2", { column("x", "integr"), column("xmin", "integer"), column("y", "mood", { default = "okay" }) })
  create_table("n3", { column("x", "integer", { generated = "z" }) })
  create_table("n4", { with = { fillfactr = 50 } })
  create_table("n5", { with = { fillfactor = 5 } })
  create_table("n6", { like = "nowhere including all" })
  create_table("n7", { like = "t including nonsense" })
  create_table("n8", { inherits = "log" })
  create_table("n9", { inherits = "parents", column("x", "text") })
  create_table("n11", { on_commit = "drop" })
  create_table("n14", { partition_of = "t", from = 1, to = 2 })
  create_table("n15", { partition_of = "log", from = "2026-01-15", to = "2026-03-01" })
  create_table("n16", { partition_of = "log", values = { 1 } })
  create_table("n17", { partition_of = "log", from = "2026-03-01", to = "2026-03-01" })
  create_table("n18", { partition_of = "log", from = "2026-03-01", to = { "2026-04-01", 5 } })
  create_table("n19", { column("a", "integer"), partition_by = "range (b)" })
  create_table("n20", { column("a", "integer"), partition_by = "rnage (a)" })
  create_table("n21", { column("a", "integer"), partition_by = "range a" })
  create_table("n22", { column("a", "integer"), column("b", "integer"), partition_by = "list (a, b)" })
  create_table("n23", { column("a", "integer", { primary_key = true }), column("b", "date"), partition_by = "range (b)" })
  create_table("n25", { column("a", "integer"), partition_by = "hash (a)",
    partition("n25_1", { modulus = 4, remainder = 4 }),
    partition("n25_2", { modulus = 4, remainder = 1 }),
    partition("n25_3", { modulus = 6, remainder = 1 }),
    partition("n25_4", { modulus = 8, remainder = 5 }),
    partition("n25_5", { default = true }),
  })
  create_table("n26", { column("a", "integer"), partition_by = "list (a)",
    partition("n26_1", { values = { 1, 2 } }),
    partition("n26_2", { values = { "x" } }),
    partition("n26_3", { values = { 2, 3 } }),
    partition("n26_4", { default = true }),
    partition("n26_5", { default = true }),
  })
  create_table("n28", { partition_by = "range (a)", with = { fillfactor = 70 }, column("a", "integer") })
  create_table("n29", { of_type = "mood" })
  drop_table "nowhere"
  drop_table "places"
  drop_table "parents"
  drop_table "t_pkey"
  rename_table("t", "log")
  rename_table("t", "mood")
  rename_table("elsewhere", "x")
  alter_table("t", { with = { nonsense = 1 } })
  alter_table("log", { with = { fillfactor = 70 } })
  alter_table("places", { unlogged = true })
  alter_table("children", { inherit = "parents" })
  alter_table("children", { no_inherit = "t" })
  alter_table("t", { schema = "neverwhere" })
end
