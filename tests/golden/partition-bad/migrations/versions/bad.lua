revision { id = "bad", parent = nil, message = "Partitions that cannot be" }

local function like(name, more)
  create_table(name, { column("id", "bigint", { not_null = true }), column("name", "text"), table.unpack(more or {}) })
end

function upgrade()
  create_table("events", {
    column("id", "bigint", { primary_key = true }),
    column("name", "text", { check = "name <> ''" }),
    partition_by = "range (id)",
    partition("one", { from = 1, to = 10 }),
    partition("rest", { default = true }),
  })
  local checked = { check { "name <> ''", name = "events_name_check" } }
  like("good", checked)
  like("bare")
  like("other", { check { "name <> '-'", name = "events_name_check" } })
  like("wide", { column("more", "integer") })
  create_table("typed_so", { column("id", "integer", { not_null = true }), column("name", "text") })
  create_table("sorted", { column("id", "bigint", { not_null = true }), column("name", "text", { collation = "C" }) })
  create_table("nullable", { column("id", "bigint"), column("name", "text") })
  create_table("parent", { column("id", "bigint") })
  create_table("child", { column("name", "text"), inherits = "parent" })
  create_table("gone", { column("id", "bigint"), column("name", "text"), temporary = true })
  attach_partition("events", "good", { from = 5, to = 20 })
  attach_partition("events", "good", { values = { 1 } })
  attach_partition("events", "good", { default = true })
  attach_partition("event", "good", { from = 20, to = 30 })
  attach_partition("events", "god", { from = 20, to = 30 })
  attach_partition("good", "bare", { from = 20, to = 30 })
  attach_partition("events", "one", { from = 20, to = 30 })
  attach_partition("events", "events", { from = 20, to = 30 })
  attach_partition("events", "bare", { from = 20, to = 30 })
  attach_partition("events", "other", { from = 20, to = 30 })
  attach_partition("events", "wide", { from = 20, to = 30 })
  attach_partition("events", "typed_so", { from = 20, to = 30 })
  attach_partition("events", "sorted", { from = 20, to = 30 })
  attach_partition("events", "nullable", { from = 20, to = 30 })
  attach_partition("events", "parent", { from = 20, to = 30 })
  attach_partition("events", "child", { from = 20, to = 30 })
  attach_partition("events", "gone", { from = 20, to = 30 })
  detach_partition("events", "good")
  detach_partition("events", "one", { concurrently = true })
  detach_partition("events", "nobody")
  execute [[ALTER TABLE events DETACH PARTITION one CONCURRENTLY]]
end
