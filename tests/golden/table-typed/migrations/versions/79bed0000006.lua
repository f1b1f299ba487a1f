revision { id = "79bed0000006", parent = "79bed0000005", message = "Their constraints have names" }

function upgrade()
  create_table("named", {
    of_type = "pair",
    primary_key { "x", name = "named_key" },
    unique { "day", name = "named_day", comment = "one a day" },
    check { "x > 0", name = "named_x" },
    foreign_key { "x", references = "named", name = "named_self" },
  })
  create_table("parts", { of_type = "pair", partition_by = "LIST (x)", primary_key { "x", name = "parts_key" } })
  execute [[CREATE TABLE parts_1 PARTITION OF parts FOR VALUES IN (1)]]
  create_table("joins", {
    column("x", "integer"),
    column("y", "text", { collation = "C" }),
    column("day", "date"),
    unique { "x", name = "joins_x" },
    check { "x > 0", name = "joins_check" },
  })
end
