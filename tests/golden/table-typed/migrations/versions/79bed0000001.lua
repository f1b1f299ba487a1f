revision { id = "79bed0000001", parent = nil, message = "Tables of a type" }

function upgrade()
  execute([[CREATE TYPE pair AS (x integer, y text COLLATE "C", day date)]], { down = "DROP TYPE pair" })
  create_table("pairs", { of_type = "pair" })
  execute [[CREATE TABLE keyed OF pair (PRIMARY KEY (x), y NOT NULL DEFAULT '-', CHECK (x > 0))]]
  create_table("plain", { column("x", "integer"), column("y", "text", { collation = "C" }), column("day", "date") })
end
