revision { id = "e1", message = "a label of a type that is new goes with the type", created = "2026-11-29T11:30:00Z" }

function upgrade()
execute [[
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE DOMAIN feeling AS mood;
CREATE TYPE pair AS (a mood, b feeling);
CREATE TABLE people OF pair;
ALTER TYPE mood ADD VALUE 'happy' BEFORE 'ok';
ALTER TYPE mood RENAME VALUE 'ok' TO 'fair';
]]
end
