enum "mood" { "sad", "ok" }
define [[
CREATE DOMAIN word AS text;
CREATE DOMAIN amount AS numeric(8, 2);
CREATE TYPE pair AS (a integer, b text);
]]
table "t" {
  column("a", "word"),
  column("b", "amount"),
  column("c", "pair"),
  column("d", "mood[]"),
  column("e", "mood", { storage = "plain" }),
  column("f", "amount", { storage = "main" }),
}
