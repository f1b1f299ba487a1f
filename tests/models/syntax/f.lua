-- what refers to what could not be read is not wrong
table "refers" {
  column("t", "integer", { references = "t(a)" }),
  column("y", "integer", { references = "y(a)" }),
  column("z", "nothing"),
}

define [[ CREATE VIEW v AS SELECT * FROM uu ]]
