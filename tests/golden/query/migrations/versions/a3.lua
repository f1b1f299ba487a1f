revision { id = "a3", parent = "a2", message = "names in statements that change rows", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute([=[
		EXPLAIN SELECT row_to_json(users) FROM users;
		EXPLAIN INSERT INTO users (id, email) VALUES (1, 'a');
		EXPLAIN INSERT INTO users VALUES (2, 'b');
		EXPLAIN INSERT INTO users DEFAULT VALUES;
		EXPLAIN INSERT INTO users (id, email) SELECT id + 100, status FROM orders;
		EXPLAIN INSERT INTO orders (id, user_id) VALUES (1, DEFAULT), (2, NULL) RETURNING id, total;
		EXPLAIN INSERT INTO users (id, email) VALUES (1, 'a') ON CONFLICT (id) DO UPDATE SET email = excluded.email, name = users.name WHERE users.id > 1;
		EXPLAIN INSERT INTO users AS u (id) VALUES (1) ON CONFLICT ON CONSTRAINT users_pkey DO UPDATE SET name = u.name || excluded.name;
		EXPLAIN INSERT INTO users (id) VALUES (1) ON CONFLICT DO NOTHING;
		EXPLAIN INSERT INTO items (order_id, n) VALUES (1, 1) ON CONFLICT (n, order_id) DO NOTHING;
		EXPLAIN INSERT INTO users (id, tags[1]) VALUES (9, 'x');
		EXPLAIN WITH ins AS (INSERT INTO users (id) VALUES (77) RETURNING id) SELECT id FROM ins;
		EXPLAIN WITH x AS (SELECT 1 AS a) INSERT INTO users (id) SELECT a FROM x;
		EXPLAIN UPDATE users SET name = 'x' WHERE id = 1;
		EXPLAIN UPDATE users SET (name, email) = ('a', 'b');
		EXPLAIN UPDATE users SET (name, email) = (SELECT status, status FROM orders WHERE user_id = users.id);
		EXPLAIN UPDATE users u SET name = o.status FROM orders o WHERE o.user_id = u.id AND name IS NULL;
		EXPLAIN UPDATE users SET tags[1] = 'a', data['x'] = '1';
		EXPLAIN UPDATE users SET at = DEFAULT RETURNING *;
		EXPLAIN UPDATE ONLY users SET name = upper(name);
		EXPLAIN DELETE FROM users USING orders o WHERE o.user_id = users.id;
		EXPLAIN DELETE FROM users u WHERE u.id IN (SELECT user_id FROM orders WHERE total < 0) RETURNING u.email;
		EXPLAIN WITH d AS (DELETE FROM orders RETURNING *) SELECT count(*), sum(total) FROM d;
	]=], { down = "" })
end
