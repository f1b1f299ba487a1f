revision {
  id = "c0719e000001",
  parent = nil,
  message = "A trigger that is a constraint by name",
}

function upgrade()
  create_table("items", { column("id", "integer"), column("name", "text") })
  create_table("orders", { column("id", "integer") })
  execute [[
    CREATE FUNCTION look() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN new; END $$;
    CREATE CONSTRAINT TRIGGER items_id_check AFTER INSERT ON orders FOR EACH ROW EXECUTE FUNCTION look();
    CREATE TRIGGER items_name_check AFTER INSERT ON orders FOR EACH ROW EXECUTE FUNCTION look();
  ]]
end
