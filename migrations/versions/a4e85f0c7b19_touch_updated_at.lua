revision {
  id = "a4e85f0c7b19",
  parent = "91aa6e7d5c03",
  message = "Keep updated_at by trigger",
  created = "2026-12-01T10:00:00Z",
}

function upgrade()
  execute([[
    CREATE FUNCTION touch_updated_at() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      NEW.updated_at := now();
      RETURN NEW;
    END
    $$
  ]], { down = [[ DROP FUNCTION touch_updated_at() ]] })

  for _, name in ipairs { "users", "conversations" } do
    execute(
      string.format("CREATE TRIGGER touch_updated_at BEFORE UPDATE ON %s FOR EACH ROW EXECUTE FUNCTION touch_updated_at()", name),
      { down = string.format("DROP TRIGGER touch_updated_at ON %s", name) }
    )
  end
end
