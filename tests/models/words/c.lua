table "y" { column("a", "integer", { not_nul = true }), comments = "x" }
