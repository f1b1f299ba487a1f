-- one mistake is one error
table "users" {
  column("id", "bigint", { primary_key = true, defualt = 1 }),
}

table "posts" {
  column("id", "bigint", { primary_key = true }),
  column("user_id", "bigint", { references = "users" }),
}

table "tags" {
  column("id", "biggint", { primary_key = true }),
}

table "taggings" {
  column("tag_id", "bigint", { references = "tags" }),
}

define [[
  CREATE VIEW v AS SELECT id FROM users;
  CREATE VIEW w AS SELECT id FROM tags;
  CREATE VIEW x AS SELECT id FROM v;
]]

comment_on("column users.id", "x")
comment_on("column tags.id", "x")
