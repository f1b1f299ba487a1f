revision { id = "f0110ed00001", message = "Tables that a DO block makes" }

function upgrade()
  execute([[
    DO $$ BEGIN IF true THEN
      CREATE SCHEMA sc;
      CREATE TABLE t (id integer);
      CREATE TABLE pt (id integer) PARTITION BY RANGE (id);
      CREATE TABLE part (id integer);
      CREATE SEQUENCE sq;
      CREATE TYPE en AS ENUM ('a');
    END IF; END $$
  ]], { down = "DROP SCHEMA sc; DROP TABLE t, pt, part; DROP SEQUENCE sq; DROP TYPE en" })
end
