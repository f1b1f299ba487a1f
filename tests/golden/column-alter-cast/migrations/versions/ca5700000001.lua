revision {
  id = "ca5700000001",
  parent = nil,
  message = "Types that are cast to few others",
}

function upgrade()
  create_enum("mood", { "sad", "ok" })
  execute [[
    CREATE TYPE pair AS (x int, y int);
    CREATE DOMAIN level AS smallint;
    CREATE TABLE parent (n int);
    CREATE TABLE child () INHERITS (parent);
    CREATE TABLE t (
      span tsrange,
      words text,
      marks mood[],
      pair pair,
      level level,
      row parent,
      flag boolean,
      bits bit(8),
      place point
    );
  ]]
end
