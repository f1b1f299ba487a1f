revision { id = "79bed0000004", parent = "79bed0000003", message = "An attribute of a type that can go" }

function upgrade()
  execute [[
CREATE TYPE feeling AS ENUM ('sad', 'ok');
CREATE TYPE felt AS (day date, feeling feeling);
CREATE TABLE days OF felt]]
end
