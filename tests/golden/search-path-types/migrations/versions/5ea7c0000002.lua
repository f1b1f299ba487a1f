revision {
  id = "5ea7c0000002",
  parent = "5ea7c0000001",
  message = "And had by tables that are made in another",
}

function upgrade()
  execute [[
    SET search_path = x;
    CREATE TYPE feeling AS ENUM ('good', 'bad');
    CREATE TABLE copied (LIKE public.t);
    CREATE TABLE made (f feeling, fs feeling[], later text);
    ALTER TABLE made ALTER later TYPE feeling USING NULL;
  ]]
end
