revision { id = "a1", message = "tables", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute [[
		CREATE TYPE mood AS ENUM ('sad','ok','happy');
		CREATE TABLE users (id bigint PRIMARY KEY, email text UNIQUE, name text, mood mood, tags text[], data jsonb, parent_id bigint REFERENCES users, at timestamptz DEFAULT now());
		CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint REFERENCES users, total numeric(10,2), status text DEFAULT 'new', at timestamptz);
		CREATE TABLE items (order_id bigint REFERENCES orders, n int, sku text, qty int, PRIMARY KEY (order_id, n));
		CREATE SCHEMA app;
		CREATE TABLE app.t (id int, v text);
		CREATE SEQUENCE sq;
	]]
end
