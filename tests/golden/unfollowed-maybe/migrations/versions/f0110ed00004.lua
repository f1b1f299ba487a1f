revision {
  id = "f0110ed00004",
  parent = "f0110ed00003",
  message = "What a DO block drops can be made again",
}

function upgrade()
  create_enum("kind", { "a" })
  create_sequence("counter")
  create_schema("box")
  create_table("things", {
    column("id", "integer"),
    column("size", "integer"),
    index { "id", name = "things_ix" },
    check { "size > 0", name = "things_c" },
  })
  execute [[
    CREATE VIEW seen AS SELECT 1 AS a;
    CREATE FUNCTION one() RETURNS int LANGUAGE sql AS 'SELECT 1';
    CREATE DOMAIN whole AS int;
  ]]
  execute [[
    DO $$ BEGIN IF true THEN
      DROP TYPE kind; DROP SEQUENCE counter; DROP SCHEMA box; DROP INDEX things_ix;
      ALTER TABLE things DROP CONSTRAINT things_c, DROP COLUMN size;
      DROP VIEW seen; DROP FUNCTION one; DROP DOMAIN whole;
    END IF; END $$
  ]]
  create_enum("kind", { "b" })
  create_sequence("counter")
  create_schema("box")
  add_column("things", column("size", "bigint"))
  create_index("things", { "size" }, { name = "things_ix" })
  create_check_constraint("things", "size > 1", { name = "things_c" })
  execute [[
    CREATE VIEW seen AS SELECT 2 AS a;
    CREATE FUNCTION one() RETURNS int LANGUAGE sql AS 'SELECT 2';
    CREATE DOMAIN whole AS bigint;
  ]]
end
