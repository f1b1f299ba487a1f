table "t" {
  column("a", "intger"),
}

table "u" {
  column("b", "mood"),
}

table "v" {
  column("c", "billing.kind"),
}

table "w" {
  column("d", "varchar(x)"),
}

table "x" {
  column("e", "numeric(2000)"),
}

enum "y" { "a", "a" }

define [[ CREATE DOMAIN z AS nothing ]]
