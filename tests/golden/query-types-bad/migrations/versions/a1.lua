revision { id = "a1", message = "tables", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute [[
		CREATE TYPE mood AS ENUM ('sad', 'ok');
		CREATE TABLE users (id bigint PRIMARY KEY, email text, mood mood, tags text[], at timestamptz);
		CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, total numeric(10,2), paid date);
	]]
end
