table "ev" {
  column("id", "bigint", { identity = { "always" } }),
  column("k", "text"),
  column("twice", "integer", { generated = "n * 2" }),
  column("n", "integer", { default = 8 }),
  column("fresh", "text", { default = "x" }),
  index { "k", name = "ev_k" },
  partition_by = "hash (id, k)",
  partition("e0", { modulus = 4, remainder = 0 }),
  partition("e1", { modulus = 4, remainder = 1 }),
  partition("e2", { modulus = 4, remainder = 2 }),
  partition("e3", { modulus = 4, remainder = 3 }),
}
table "stays" {
  column("id", "bigint"),
  partition_by = "hash (id)",
  partition("s0", { modulus = 2, remainder = 0 }),
  partition("s1", { modulus = 4, remainder = 1 }),
  partition("s3", { modulus = 4, remainder = 3 }),
}
table "logged" {
  column("id", "bigint"),
  partition_by = "hash (id)",
  partition("l0", { modulus = 2, remainder = 0 }),
  partition("l1", { modulus = 2, remainder = 1 }),
}
table "merged" {
  column("id", "bigint"),
  partition_by = "hash (id)",
  partition("m0", { modulus = 1, remainder = 0 }),
}
define [[
CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER noted AFTER INSERT ON logged FOR EACH ROW EXECUTE FUNCTION note();
]]
