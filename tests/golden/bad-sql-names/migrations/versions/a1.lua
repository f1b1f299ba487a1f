revision {
  id = "a1",
  parent = nil,
  message = "a1",
}

function upgrade()
  execute [[
    CREATE TABLE parent (id bigint PRIMARY KEY, name text);

    CREATE TABLE child (
      id bigint PRIMARY KEY,
      parent_id bigint REFERENCES parnt
    );
    ALTER TABLE parent ADD COLUMN name text;
    DROP TABLE nowhere;
  ]]
end
