revision { id = "a1", message = "a1" }

function upgrade()
  create_table("t", {
    column("id", "uuid", { default = "gen_random_uuid()" }),
    column("at", "timestamptz", { default = "CURRENT_TIMESTAMP" }),
    column("n", "integer", { default = "n(1" }),
  })
  execute [[CREATE TABLE u (id uuid DEFAULT 'gen_random_uuid()')]]
  create_view("v", "SELECT 1")
end
