tabel "x" { column("a", "integer") }
