revision  a1
parent    <base>
message   tables
created   2026-11-22T15:10:00Z
file      migrations/versions/a1.lua

upgrade

-- migrations/versions/a1.lua:5
CREATE TYPE mood AS ENUM ('sad','ok','happy');

-- migrations/versions/a1.lua:6
CREATE TABLE users (id bigint PRIMARY KEY, email text UNIQUE, name text, mood mood, tags text[], data jsonb, parent_id bigint REFERENCES users, at timestamptz DEFAULT now());

-- migrations/versions/a1.lua:7
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint REFERENCES users, total numeric(10,2), status text DEFAULT 'new', at timestamptz);

-- migrations/versions/a1.lua:8
CREATE TABLE items (order_id bigint REFERENCES orders, n int, sku text, qty int, PRIMARY KEY (order_id, n));

-- migrations/versions/a1.lua:9
CREATE SCHEMA app;

-- migrations/versions/a1.lua:10
CREATE TABLE app.t (id int, v text);

-- migrations/versions/a1.lua:11
CREATE SEQUENCE sq;

downgrade (derived)

-- migrations/versions/a1.lua:11, loses data
DROP SEQUENCE sq;

-- migrations/versions/a1.lua:10, loses data
DROP TABLE app.t;

-- migrations/versions/a1.lua:9
DROP SCHEMA app;

-- migrations/versions/a1.lua:8, loses data
DROP TABLE items;

-- migrations/versions/a1.lua:7, loses data
DROP TABLE orders;

-- migrations/versions/a1.lua:6, loses data
DROP TABLE users;

-- migrations/versions/a1.lua:5
DROP TYPE mood;

revision  a2
parent    a1
message   names in queries
created   2026-11-22T15:10:00Z
file      migrations/versions/a2.lua

upgrade

-- migrations/versions/a2.lua:5
EXPLAIN SELECT * FROM users;

-- migrations/versions/a2.lua:6
EXPLAIN SELECT users.*, o.id AS oid FROM users JOIN orders o ON o.user_id = users.id;

-- migrations/versions/a2.lua:7
EXPLAIN SELECT u.email, count(*) FILTER (WHERE o.total > 5) OVER w FROM users u LEFT JOIN orders o ON o.user_id = u.id WINDOW w AS (PARTITION BY u.id ORDER BY o.at);

-- migrations/versions/a2.lua:8
EXPLAIN SELECT email AS e FROM users ORDER BY e;

-- migrations/versions/a2.lua:9
EXPLAIN SELECT email AS e, count(*) FROM users GROUP BY e HAVING count(*) > 1 ORDER BY count(*) DESC, e;

-- migrations/versions/a2.lua:10
EXPLAIN SELECT upper(email) AS email FROM users GROUP BY upper(email);

-- migrations/versions/a2.lua:11
EXPLAIN SELECT id, (SELECT count(*) FROM orders WHERE user_id = users.id) AS n FROM users ORDER BY n;

-- migrations/versions/a2.lua:12
EXPLAIN SELECT * FROM users u, LATERAL (SELECT * FROM orders o WHERE o.user_id = u.id LIMIT 1) x;

-- migrations/versions/a2.lua:13
EXPLAIN SELECT u.id, x.key, x.value FROM users u, jsonb_each(u.data) x;

-- migrations/versions/a2.lua:14
EXPLAIN SELECT u.id, t FROM users u, unnest(u.tags) t;

-- migrations/versions/a2.lua:15
EXPLAIN SELECT u.id, t.tag, t.ord FROM users u CROSS JOIN unnest(u.tags) WITH ORDINALITY AS t(tag, ord);

-- migrations/versions/a2.lua:16
EXPLAIN SELECT g FROM generate_series(1, 3) g;

-- migrations/versions/a2.lua:17
EXPLAIN SELECT generate_series FROM generate_series(1, 3);

-- migrations/versions/a2.lua:18
EXPLAIN SELECT a.n FROM generate_series(1, 3) AS a(n);

-- migrations/versions/a2.lua:19
EXPLAIN SELECT * FROM json_to_recordset('[]') AS x(a int, b text);

-- migrations/versions/a2.lua:20
EXPLAIN SELECT x.a FROM json_to_recordset('[]') AS x(a int, b text) WHERE x.b = 'c';

-- migrations/versions/a2.lua:21
EXPLAIN WITH RECURSIVE t(n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM t WHERE n < 5) SELECT sum(n) FROM t;

-- migrations/versions/a2.lua:22
EXPLAIN WITH RECURSIVE tree AS (SELECT id, parent_id, 0 AS depth FROM users WHERE parent_id IS NULL UNION ALL SELECT u.id, u.parent_id, tree.depth + 1 FROM users u JOIN tree ON tree.id = u.parent_id) SELECT depth, count(*) FROM tree GROUP BY depth;

-- migrations/versions/a2.lua:23
EXPLAIN WITH a AS (SELECT id FROM users), b AS (SELECT id FROM a) SELECT a.id FROM a JOIN b USING (id);

-- migrations/versions/a2.lua:24
EXPLAIN WITH users AS (SELECT 1 AS z) SELECT z FROM users;

-- migrations/versions/a2.lua:25
EXPLAIN SELECT id FROM users JOIN orders USING (id);

-- migrations/versions/a2.lua:26
EXPLAIN SELECT * FROM users NATURAL JOIN app.t;

-- migrations/versions/a2.lua:27
EXPLAIN SELECT users.id, orders.id FROM users FULL JOIN orders USING (id) WHERE id > 1;

-- migrations/versions/a2.lua:28
EXPLAIN SELECT j.id FROM (users JOIN orders USING (id)) AS j;

-- migrations/versions/a2.lua:29
EXPLAIN SELECT j.id FROM users JOIN orders USING (id) AS j;

-- migrations/versions/a2.lua:30
EXPLAIN SELECT 1 UNION SELECT id FROM users ORDER BY 1;

-- migrations/versions/a2.lua:31
EXPLAIN SELECT id AS x FROM users UNION ALL SELECT id FROM orders ORDER BY x;

-- migrations/versions/a2.lua:32
EXPLAIN SELECT column1 FROM (VALUES (1), (2)) v;

-- migrations/versions/a2.lua:33
EXPLAIN SELECT v.a FROM (VALUES (1), (2)) AS v(a);

-- migrations/versions/a2.lua:34
EXPLAIN SELECT t.v FROM app.t;

-- migrations/versions/a2.lua:35
EXPLAIN SELECT app.t.v FROM app.t;

-- migrations/versions/a2.lua:36
EXPLAIN SELECT u FROM users u;

-- migrations/versions/a2.lua:37
EXPLAIN SELECT (u).email FROM users u;

-- migrations/versions/a2.lua:38
EXPLAIN SELECT u.ctid, u.xmin, tableoid FROM users u;

-- migrations/versions/a2.lua:39
EXPLAIN SELECT last_value, is_called FROM sq;

-- migrations/versions/a2.lua:40
EXPLAIN SELECT relname FROM pg_class;

-- migrations/versions/a2.lua:41
EXPLAIN SELECT c.relname FROM pg_catalog.pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace;

-- migrations/versions/a2.lua:42
EXPLAIN SELECT table_name FROM information_schema.tables;

-- migrations/versions/a2.lua:43
EXPLAIN SELECT DISTINCT ON (user_id) user_id, total FROM orders ORDER BY user_id, at DESC;

-- migrations/versions/a2.lua:44
EXPLAIN SELECT user_id, total FROM orders FOR UPDATE OF orders SKIP LOCKED;

-- migrations/versions/a2.lua:45
EXPLAIN SELECT CASE WHEN mood = 'sad' THEN 1 ELSE 2 END AS c FROM users;

-- migrations/versions/a2.lua:46
EXPLAIN SELECT id FROM users WHERE mood = ANY ('{sad,ok}');

-- migrations/versions/a2.lua:47
EXPLAIN SELECT id FROM users WHERE (id, email) IN (SELECT user_id, status FROM orders);

-- migrations/versions/a2.lua:48
EXPLAIN SELECT array_agg(email ORDER BY id DESC) FROM users;

-- migrations/versions/a2.lua:49
EXPLAIN SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY total) FROM orders;

-- migrations/versions/a2.lua:50
EXPLAIN SELECT extract(epoch FROM at), at AT TIME ZONE 'UTC', at::date, CAST(id AS text) FROM users;

-- migrations/versions/a2.lua:51
EXPLAIN SELECT coalesce(name, email), nullif(name, ''), greatest(id, 1), current_date, current_user FROM users;

-- migrations/versions/a2.lua:52
EXPLAIN SELECT grouping(status), status, sum(total) FROM orders GROUP BY ROLLUP (status);

-- migrations/versions/a2.lua:53
EXPLAIN SELECT status, at::date AS d, sum(total) FROM orders GROUP BY GROUPING SETS ((status), (d), ());

-- migrations/versions/a2.lua:54
EXPLAIN SELECT data->>'a', data #>> '{a,b}', data @> '{"a":1}' FROM users;

-- migrations/versions/a2.lua:55
EXPLAIN SELECT * FROM xmltable('/a' PASSING '<a/>' COLUMNS x text PATH 'b');

-- migrations/versions/a2.lua:56
EXPLAIN SELECT r.x FROM xmltable('/a' PASSING '<a/>' COLUMNS x text PATH 'b', n FOR ORDINALITY) AS r;

-- migrations/versions/a2.lua:57
EXPLAIN SELECT * FROM users TABLESAMPLE system (10);

-- migrations/versions/a2.lua:58
EXPLAIN SELECT * FROM ROWS FROM (generate_series(1,2), generate_series(1,3)) AS t(a, b);

-- migrations/versions/a2.lua:59
EXPLAIN SELECT u.name FROM users AS u(a, b, name);

-- migrations/versions/a2.lua:60
EXPLAIN SELECT a FROM users AS u(a);

-- migrations/versions/a2.lua:61
EXPLAIN SELECT x FROM (SELECT id AS x FROM users) AS s WHERE x > 1;

-- migrations/versions/a2.lua:62
EXPLAIN SELECT count(*) FROM users u1 JOIN users u2 ON u1.id = u2.parent_id;

-- migrations/versions/a2.lua:63
EXPLAIN SELECT (SELECT max(o.total) FROM orders o WHERE o.user_id = u.id) FROM users u;

-- migrations/versions/a2.lua:64
EXPLAIN SELECT EXISTS (SELECT FROM orders), ARRAY(SELECT id FROM orders), NOT EXISTS (SELECT 1);

-- migrations/versions/a2.lua:65
EXPLAIN SELECT users FROM users;

-- migrations/versions/a2.lua:66
EXPLAIN SELECT row_to_json(u.*) FROM users u;

-- migrations/versions/a2.lua:67
EXPLAIN SELECT count(u) FROM users u;

-- migrations/versions/a2.lua:68
EXPLAIN SELECT text(id), date(at) FROM users;

-- migrations/versions/a2.lua:69
EXPLAIN SELECT (data).* FROM (SELECT u AS data FROM users u) q;

-- migrations/versions/a2.lua:70
EXPLAIN SELECT name FROM users WHERE users.name LIKE 'x%' ESCAPE '!';

-- migrations/versions/a2.lua:71
EXPLAIN SELECT * FROM (SELECT * FROM users) a, (SELECT id AS oid FROM orders) b WHERE a.id = b.oid;

-- migrations/versions/a2.lua:72
EXPLAIN SELECT sum(total) OVER (ORDER BY at ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) FROM orders;

-- migrations/versions/a2.lua:73
EXPLAIN SELECT id FROM users ORDER BY email COLLATE "C" NULLS LAST LIMIT (SELECT 1) OFFSET 1;

-- migrations/versions/a2.lua:74
EXPLAIN SELECT 1 AS users FROM users ORDER BY users;

-- migrations/versions/a2.lua:75
EXPLAIN SELECT ctid FROM users ORDER BY ctid;

-- migrations/versions/a2.lua:76
EXPLAIN SELECT a.id FROM users a INNER JOIN (orders b LEFT JOIN items c ON c.order_id = b.id) ON b.user_id = a.id WHERE c.sku IS NULL;

-- migrations/versions/a2.lua:77
EXPLAIN SELECT id, email FROM users GROUP BY id;

-- migrations/versions/a2.lua:78
EXPLAIN SELECT "id", "users"."email" FROM "public"."users";

-- migrations/versions/a2.lua:79
EXPLAIN SELECT public.users.email FROM public.users;

-- migrations/versions/a2.lua:80
EXPLAIN SELECT count(*) AS "Total" FROM users ORDER BY "Total";

-- migrations/versions/a2.lua:81
EXPLAIN SELECT s.* FROM users u CROSS JOIN LATERAL (VALUES (u.id), (u.parent_id)) AS s(x);

-- migrations/versions/a2.lua:82
EXPLAIN SELECT sub.id FROM users JOIN LATERAL (SELECT orders.id FROM orders WHERE orders.user_id = users.id) sub ON true;

-- migrations/versions/a2.lua:83
EXPLAIN SELECT max(length(email)) FROM users WHERE email ~* 'x' AND email SIMILAR TO 'y' AND at BETWEEN now() - interval '1 day' AND now();

-- migrations/versions/a2.lua:84
EXPLAIN SELECT (ARRAY[1,2])[1], (data->'a'->0)::int FROM users;

-- migrations/versions/a2.lua:85
EXPLAIN SELECT format('%s', name), string_agg(name, ',') OVER () FROM users;

-- migrations/versions/a2.lua:86
EXPLAIN WITH t AS MATERIALIZED (SELECT * FROM users) SELECT t.email FROM t WHERE t.mood > 'sad'::mood;

-- migrations/versions/a2.lua:87
EXPLAIN WITH RECURSIVE a AS (SELECT 1 AS x), b AS (SELECT x FROM a) SELECT * FROM b;

-- migrations/versions/a2.lua:88
EXPLAIN SELECT position('a' IN name), substring(name FROM 1 FOR 2), trim(both FROM name), overlay(name placing 'x' from 1) FROM users;

-- migrations/versions/a2.lua:89
EXPLAIN SELECT id FROM users INTERSECT SELECT user_id FROM orders EXCEPT SELECT 1;

-- migrations/versions/a2.lua:90
(SELECT id FROM users ORDER BY id LIMIT 1) UNION ALL (SELECT id FROM orders ORDER BY id LIMIT 1);

-- migrations/versions/a2.lua:91
EXPLAIN SELECT o.* FROM orders o JOIN users ON users.id = o.user_id AND users.mood IN ('sad', 'ok') WHERE o.status = 'x';

-- migrations/versions/a2.lua:92
EXPLAIN SELECT is_called::int FROM sq;

-- migrations/versions/a2.lua:93
EXPLAIN SELECT a.attname FROM pg_attribute a WHERE a.attrelid = 'users'::regclass;

-- migrations/versions/a2.lua:94
EXPLAIN SELECT 1 FROM users u WHERE u.id = (SELECT min(id) FROM users WHERE id > u.id);

downgrade (derived)

revision  a3 (head)
parent    a2
message   names in statements that change rows
created   2026-11-22T15:10:00Z
file      migrations/versions/a3.lua

upgrade

-- migrations/versions/a3.lua:5
EXPLAIN SELECT row_to_json(users) FROM users;

-- migrations/versions/a3.lua:6
EXPLAIN INSERT INTO users (id, email) VALUES (1, 'a');

-- migrations/versions/a3.lua:7
EXPLAIN INSERT INTO users VALUES (2, 'b');

-- migrations/versions/a3.lua:8
EXPLAIN INSERT INTO users DEFAULT VALUES;

-- migrations/versions/a3.lua:9
EXPLAIN INSERT INTO users (id, email) SELECT id + 100, status FROM orders;

-- migrations/versions/a3.lua:10
EXPLAIN INSERT INTO orders (id, user_id) VALUES (1, DEFAULT), (2, NULL) RETURNING id, total;

-- migrations/versions/a3.lua:11
EXPLAIN INSERT INTO users (id, email) VALUES (1, 'a') ON CONFLICT (id) DO UPDATE SET email = excluded.email, name = users.name WHERE users.id > 1;

-- migrations/versions/a3.lua:12
EXPLAIN INSERT INTO users AS u (id) VALUES (1) ON CONFLICT ON CONSTRAINT users_pkey DO UPDATE SET name = u.name || excluded.name;

-- migrations/versions/a3.lua:13
EXPLAIN INSERT INTO users (id) VALUES (1) ON CONFLICT DO NOTHING;

-- migrations/versions/a3.lua:14
EXPLAIN INSERT INTO items (order_id, n) VALUES (1, 1) ON CONFLICT (n, order_id) DO NOTHING;

-- migrations/versions/a3.lua:15
EXPLAIN INSERT INTO users (id, tags[1]) VALUES (9, 'x');

-- migrations/versions/a3.lua:16
EXPLAIN WITH ins AS (INSERT INTO users (id) VALUES (77) RETURNING id) SELECT id FROM ins;

-- migrations/versions/a3.lua:17
EXPLAIN WITH x AS (SELECT 1 AS a) INSERT INTO users (id) SELECT a FROM x;

-- migrations/versions/a3.lua:18
EXPLAIN UPDATE users SET name = 'x' WHERE id = 1;

-- migrations/versions/a3.lua:19
EXPLAIN UPDATE users SET (name, email) = ('a', 'b');

-- migrations/versions/a3.lua:20
EXPLAIN UPDATE users SET (name, email) = (SELECT status, status FROM orders WHERE user_id = users.id);

-- migrations/versions/a3.lua:21
EXPLAIN UPDATE users u SET name = o.status FROM orders o WHERE o.user_id = u.id AND name IS NULL;

-- migrations/versions/a3.lua:22
EXPLAIN UPDATE users SET tags[1] = 'a', data['x'] = '1';

-- migrations/versions/a3.lua:23
EXPLAIN UPDATE users SET at = DEFAULT RETURNING *;

-- migrations/versions/a3.lua:24
EXPLAIN UPDATE ONLY users SET name = upper(name);

-- migrations/versions/a3.lua:25
EXPLAIN DELETE FROM users USING orders o WHERE o.user_id = users.id;

-- migrations/versions/a3.lua:26
EXPLAIN DELETE FROM users u WHERE u.id IN (SELECT user_id FROM orders WHERE total < 0) RETURNING u.email;

-- migrations/versions/a3.lua:27
EXPLAIN WITH d AS (DELETE FROM orders RETURNING *) SELECT count(*), sum(total) FROM d;

downgrade (derived)
