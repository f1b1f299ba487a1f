enum "mood" { "sad", "ok" }
define [[
CREATE DOMAIN word AS text;
CREATE DOMAIN amount AS numeric(8, 2);
CREATE TYPE pair AS (a integer, b text);
]]
table "t" {
  column("a", "word", { storage = "plain" }),
  column("b", "amount", { storage = "external" }),
  column("c", "pair", { storage = "external" }),
  column("d", "mood[]", { storage = "external" }),
  column("e", "mood"),
  column("f", "amount"),
}
